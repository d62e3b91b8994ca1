package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.StateTag;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How all is, in words.
 *
 * @param unknown agencies that were asked too little to know how they are
 * @param unsigned entries without a signed root; blank where the gateway does not say, as below
 * @param root age of the last one; null where the gateway does not say, as is stamp
 */
record ShownOverview(
        String at,
        long minutes,
        List<Concern> concerns,
        List<AgencyRow> agencies,
        long unknown,
        List<GatewayRow> gateways,
        String unsigned,
        Age root,
        Age stamp,
        String anchorsBehind,
        StateTag broker,
        String brokerSince,
        StateTag database,
        String databaseSince) {
    /** @param order of its table of agencies; reversed the other way round */
    static ShownOverview of(JsonNode json, AgencyOrder order, boolean reversed, Wording w) {
        List<AgencyRow> agencies = Json.list(json.path("agencies"), agency -> AgencyRow.of(agency, w));
        List<GatewayRow> gateways = Json.list(json.path("gateways"), gateway -> GatewayRow.of(gateway, w));
        JsonNode record = json.path("record");
        return new ShownOverview(
                w.moment(json.path("at").asText()),
                json.path("minutes").asLong(),
                Concern.of(json),
                order.sort(agencies, reversed, w),
                agencies.stream().filter(AgencyRow::isUnknown).count(),
                gateways,
                number(record.path("unsigned"), w),
                Age.orNull(record.path("rootAgeSeconds")),
                Age.orNull(record.path("stampAgeSeconds")),
                number(record.path("anchorsBehind"), w),
                outside(json.path("broker"), w),
                w.moment(json.at("/broker/since").asText()),
                outside(json.path("database"), w),
                w.moment(json.at("/database/since").asText()));
    }

    private static String number(JsonNode number, Wording w) {
        return number.isNumber() ? w.number(number.asLong()) : "";
    }

    private static StateTag outside(JsonNode outside, Wording w) {
        String state = outside.path("state").asText();
        String words = w.value("operations.OutsideState", state);
        return state.equals("UP") ? StateTag.good(words) : StateTag.bad(words);
    }

    /**
     * A gateway of the cluster, in words.
     *
     * @param configuration the beginning of its digest
     * @param ready {@code yes}, {@code no} or {@code unknown}: the end of a message's key
     */
    private record GatewayRow(String name, String version, String configuration, String since, String ready) {
        private static final int SHOWN = 12;

        static GatewayRow of(JsonNode json, Wording w) {
            String digest = json.path("configuration").asText();
            return new GatewayRow(
                    json.path("name").asText(),
                    json.path("version").asText(),
                    digest.substring(0, Math.min(SHOWN, digest.length())),
                    w.moment(json.path("since").asText()),
                    !json.has("ready") ? "unknown" : json.path("ready").asBoolean() ? "yes" : "no");
        }
    }
}
