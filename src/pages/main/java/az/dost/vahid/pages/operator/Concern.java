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
 */
record Concern(String key, long number) {
    /** As the alerts have it: the chain is signed every some seconds while there is something to sign. */
    private static final long OLD_ROOT_S = 300;

    static List<Concern> of(JsonNode overview) {
        List<Concern> all = new ArrayList<>();
        outside(all, overview.path("database"), "operator.concern.database");
        outside(all, overview.path("broker"), "operator.concern.broker");
        many(
                all,
                "operator.concern.gateways-not-ready",
                overview.path("gateways"),
                gateway -> gateway.has("ready") && !gateway.path("ready").asBoolean());
        differ(all, overview.path("gateways"), "version", "operator.concern.versions");
        differ(all, overview.path("gateways"), "configuration", "operator.concern.configurations");
        many(
                all,
                "operator.concern.agencies-away",
                overview.path("agencies"),
                agency ->
                        Set.of("DOWN", "FAILING").contains(agency.path("state").asText()));
        many(
                all,
                "operator.concern.agencies-slow",
                overview.path("agencies"),
                agency -> Set.of("SLOW", "LATE").contains(agency.path("state").asText()));
        many(
                all,
                "operator.concern.agencies-off",
                overview.path("agencies"),
                agency -> agency.path("state").asText().equals("SWITCHED_OFF"));
        many(
                all,
                "operator.concern.certificates",
                overview.path("agencies"),
                agency -> agency.has("certificateDaysLeft")
                        && agency.path("certificateDaysLeft").asLong() < Tile.SOON_DAYS);
        JsonNode record = overview.path("record");
        if (record.path("unsigned").asLong() > 1
                && record.path("rootAgeSeconds").asLong() > OLD_ROOT_S) {
            all.add(new Concern("operator.concern.root", record.path("unsigned").asLong()));
        }
        return all;
    }

    private interface Which {
        boolean is(JsonNode one);
    }

    private static void many(List<Concern> all, String key, JsonNode list, Which which) {
        long number = 0;
        for (JsonNode one : list) {
            number += which.is(one) ? 1 : 0;
        }
        if (number > 0) {
            all.add(new Concern(key, number));
        }
    }

    private static void outside(List<Concern> all, JsonNode outside, String key) {
        if (outside.path("state").asText().equals("DOWN")) {
            all.add(new Concern(key, 0));
        }
    }

    private static void differ(List<Concern> all, JsonNode gateways, String field, String key) {
        Set<String> different = new TreeSet<>();
        gateways.forEach(gateway -> different.add(gateway.path(field).asText()));
        if (different.size() > 1) {
            all.add(new Concern(key, different.size()));
        }
    }
}
