package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What somebody wants done with dead letters.
 *
 * @param act {@code replay-newest}, {@code replay-first} or {@code drop}
 * @param because needed where something is given up, and of many letters
 * @param until only what lay there when the form was made
 * @param once made with the form: however often it is sent, it is one order
 */
record SettlingForm(String act, String subscription, String reason, String because, String until, String once) {
    private static final ObjectMapper JSON = Json.strict();
    private static final Pattern ACT = Pattern.compile("replay-newest|replay-first|drop");
    private static final Pattern BECAUSE = Pattern.compile("\\P{Cntrl}{1,500}");
    private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");

    SettlingForm {
        act = text(act);
        subscription = text(subscription);
        reason = text(reason);
        because = text(because);
        until = text(until);
        once = ONCE.matcher(text(once)).matches() ? once : UUID.randomUUID().toString();
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    static SettlingForm empty() {
        return new SettlingForm("", "", "", "", "", "");
    }

    Map<String, String> faults(boolean many) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!ACT.matcher(act).matches()) {
            faults.put("act", "operator.dead.act.missing");
        }
        if ((many || isDrop() || !because.isEmpty())
                && !BECAUSE.matcher(because).matches()) {
            faults.put("because", "operator.because.missing");
        }
        return faults;
    }

    boolean isDrop() {
        return act.equals("drop");
    }

    String version() {
        return act.substring(act.indexOf('-') + 1);
    }

    /** A body of {@code POST /v1/operations/dead-letters/batches}. */
    ObjectNode batch() {
        ObjectNode body =
                JSON.createObjectNode().put("act", isDrop() ? "DROP" : "REPLAY").put("because", because);
        put(body, "version", isDrop() ? "" : version());
        put(body, "subscription", subscription);
        put(body, "reason", reason);
        put(body, "laidAsideBefore", until);
        return body;
    }

    /** A body that settles one. */
    ObjectNode single() {
        ObjectNode body = JSON.createObjectNode();
        return isDrop() ? body.put("because", because) : body.put("version", version());
    }

    private static void put(ObjectNode body, String field, String value) {
        if (!value.isEmpty()) {
            body.put(field, value);
        }
    }
}
