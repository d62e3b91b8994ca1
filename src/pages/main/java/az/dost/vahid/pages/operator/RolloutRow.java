package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far a connector is used, in words.
 *
 * @param code of the use, as the contract has it
 * @param share of the citizens; blank unless it is used for some
 * @param perSecond most calls a second; blank for no bound
 */
record RolloutRow(
        String id,
        String agency,
        String code,
        String use,
        String share,
        String perSecond,
        String because,
        boolean usual) {
    static RolloutRow of(JsonNode json, Wording w) {
        String code = json.path("use").asText("all");
        return new RolloutRow(
                json.path("agency").asText(),
                w.agency(json.path("agency").asText()),
                code,
                w.value("rollout.use", code),
                json.has("share") ? w.percent(json.path("share").asDouble()) : "",
                json.has("perSecond") ? number(json.path("perSecond").asDouble(), w) : "",
                json.path("because").asText(),
                code.equals("all") && !json.has("perSecond"));
    }

    private static String number(double number, Wording w) {
        return number == Math.rint(number) ? w.number((long) number) : w.number(number, 2);
    }
}
