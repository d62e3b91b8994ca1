package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How far somebody wants a connector to be used.
 *
 * @param percent of the citizens, with {@code use=share}
 * @param once made with the form: however often it is sent, it is one proposal
 */
record RolloutForm(String use, String percent, String perSecond, String because, String once) {
    private static final ObjectMapper JSON = Json.strict();
    private static final Pattern USE = Pattern.compile("all|share|shadow|none");
    private static final Pattern PERCENT = Pattern.compile("[1-9]?[0-9]([.,][0-9])?");
    private static final Pattern PER_SECOND = Pattern.compile("[0-9]{1,5}([.,][0-9]{1,2})?");
    private static final Pattern BECAUSE = Pattern.compile("\\P{Cntrl}{1,500}");
    private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");

    RolloutForm {
        use = text(use);
        percent = text(percent);
        perSecond = text(perSecond);
        because = text(because);
        once = ONCE.matcher(text(once)).matches() ? once : UUID.randomUUID().toString();
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    /** As it is now, or as it was before; the reason is always a new one. */
    static RolloutForm of(JsonNode rollout) {
        return new RolloutForm(
                rollout.path("use").asText("all"),
                rollout.has("share")
                        ? rollout.path("share")
                                .decimalValue()
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString()
                        : "",
                rollout.has("perSecond")
                        ? rollout.path("perSecond")
                                .decimalValue()
                                .stripTrailingZeros()
                                .toPlainString()
                        : "",
                "",
                "");
    }

    RolloutForm withUse(String chosen) {
        return new RolloutForm(chosen, percent, perSecond, because, once);
    }

    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!USE.matcher(use).matches()) {
            faults.put("use", "operator.rollout.use.missing");
        }
        if (use.equals("share")
                && (!PERCENT.matcher(percent).matches() || number(percent).signum() == 0)) {
            faults.put("percent", "operator.rollout.percent.wrong");
        }
        if (!perSecond.isEmpty()
                && (!PER_SECOND.matcher(perSecond).matches()
                        || number(perSecond).signum() == 0)) {
            faults.put("perSecond", "operator.rollout.per-second.wrong");
        }
        if (!BECAUSE.matcher(because).matches()) {
            faults.put("because", "operator.because.missing");
        }
        return faults;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    /** A body of {@code POST /v1/operations/rollouts/proposals}. */
    ObjectNode body(String agency) {
        ObjectNode body =
                JSON.createObjectNode().put("agency", agency).put("use", use).put("because", because);
        if (use.equals("share")) {
            body.put("share", number(percent).movePointLeft(2));
        }
        return perSecond.isEmpty() ? body : body.put("perSecond", number(perSecond));
    }
}
