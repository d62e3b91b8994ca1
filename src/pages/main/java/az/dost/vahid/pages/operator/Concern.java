package az.dost.vahid.pages.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something to look at now, as the overview begins with it.
 *
 * @param key of its message
 * @param number in the message; 0 where there is none in it
 * @param address where it is seen, and acted upon
 */
record Concern(String key, long number, String address) {
    /** As the alerts have it: the chain is signed every some seconds while there is something to sign. */
    private static final long OLD_ROOT_S = 300;

    private static final String BELOW = OverviewController.PATH + "#below";
    private static final String GATEWAYS = OverviewController.PATH + "#gateways";

    static List<Concern> of(JsonNode overview) {
        List<Concern> all = new ArrayList<>();
        outside(all, overview.path("database"), "operator.concern.database");
        outside(all, overview.path("broker"), "operator.concern.broker");
        List<JsonNode> waiting = those(
                overview.path("gateways"),
                gateway -> gateway.has("ready") && !gateway.path("ready").asBoolean());
        if (!waiting.isEmpty()) {
            all.add(new Concern("operator.concern.gateways-not-ready", waiting.size(), GATEWAYS));
        }
        differ(all, overview.path("gateways"), "version", "operator.concern.versions");
        differ(all, overview.path("gateways"), "configuration", "operator.concern.configurations");
        agencies(all, overview, "operator.concern.agencies-away", Set.of("DOWN", "FAILING"));
        agencies(all, overview, "operator.concern.agencies-slow", Set.of("SLOW", "LATE"));
        List<JsonNode> off = in(overview, Set.of("SWITCHED_OFF"));
        if (!off.isEmpty()) {
            all.add(new Concern("operator.concern.agencies-off", off.size(), RolloutsController.PATH));
        }
        List<JsonNode> ending = those(
                overview.path("agencies"),
                agency -> agency.has("certificateDaysLeft")
                        && agency.path("certificateDaysLeft").asLong() < AgencyRow.SOON_DAYS);
        if (!ending.isEmpty()) {
            all.add(new Concern("operator.concern.certificates", ending.size(), CertificatesController.PATH));
        }
        JsonNode record = overview.path("record");
        if (record.path("unsigned").asLong() > 1
                && record.path("rootAgeSeconds").asLong() > OLD_ROOT_S) {
            all.add(new Concern("operator.concern.root", record.path("unsigned").asLong(), BELOW));
        }
        partners(all, overview, "applications", "operator.concern.applications", "#waiting");
        partners(all, overview, "newKeys", "operator.concern.new-keys", "#keys");
        return all;
    }

    /** A key that has ended is nothing to act upon: the page of partners tells of it. */
    private static void partners(List<Concern> all, JsonNode overview, String name, String key, String place) {
        long number = overview.path("partners").path(name).asLong();
        if (number > 0) {
            all.add(new Concern(key, number, PartnersController.PATH + place));
        }
    }

    private interface Which {
        boolean is(JsonNode one);
    }

    private static List<JsonNode> those(JsonNode list, Which which) {
        List<JsonNode> those = new ArrayList<>();
        for (JsonNode one : list) {
            if (which.is(one)) {
                those.add(one);
            }
        }
        return those;
    }

    private static List<JsonNode> in(JsonNode overview, Set<String> states) {
        return those(
                overview.path("agencies"),
                agency -> states.contains(agency.path("state").asText()));
    }

    /** One leads to its page; several stand together at the top of the table. */
    private static void agencies(List<Concern> all, JsonNode overview, String key, Set<String> states) {
        List<JsonNode> those = in(overview, states);
        if (!those.isEmpty()) {
            all.add(new Concern(
                    key,
                    those.size(),
                    those.size() == 1
                            ? AgencyController.PATH
                                    + '/'
                                    + those.get(0).path("agency").asText()
                            : OverviewController.PATH + "#agencies"));
        }
    }

    private static void outside(List<Concern> all, JsonNode outside, String key) {
        if (outside.path("state").asText().equals("DOWN")) {
            all.add(new Concern(key, 0, BELOW));
        }
    }

    private static void differ(List<Concern> all, JsonNode gateways, String field, String key) {
        Set<String> different = new TreeSet<>();
        gateways.forEach(gateway -> different.add(gateway.path(field).asText()));
        if (different.size() > 1) {
            all.add(new Concern(key, different.size(), GATEWAYS));
        }
    }
}
