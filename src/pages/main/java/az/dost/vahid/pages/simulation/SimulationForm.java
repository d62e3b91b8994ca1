package az.dost.vahid.pages.simulation;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What was typed to ask what a rule in change would do. Several rules at once are for the contract.
 *
 * @param right its code
 * @param text its file
 * @param day as people write it, {@code 27.11.2026}
 * @param once made with the form: however often it is sent, it is one question
 */
record SimulationForm(String right, String text, String day, String count, String seed, String reason, String once) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_TEXT = 50_000;
    private static final int LONGEST_REASON = 1000;
    private static final int FEWEST = 20;
    private static final int MOST = 2_000_000;

    SimulationForm {
        right = typed(right);
        text = text == null ? "" : text.replace("\r\n", "\n");
        day = typed(day);
        count = typed(count);
        seed = typed(seed);
        reason = typed(reason);
        once = once != null && ONCE.matcher(once).matches()
                ? once
                : UUID.randomUUID().toString();
    }

    private static String typed(String value) {
        return value == null ? "" : value.strip();
    }

    static SimulationForm empty(Wording w) {
        return new SimulationForm("", "", w.day(LocalDate.now(Wording.BAKU).toString()), "100000", "1", "", "");
    }

    /** By field, the message that says what is wrong with it; in the order of the fields. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        wrong(faults, "right", CODE.matcher(right).matches(), "simulation.ask.right.wrong");
        wrong(faults, "text", !text.isBlank() && text.length() <= LONGEST_TEXT, "simulation.ask.text.wrong");
        wrong(faults, "day", dayOf(day) != null, "simulation.ask.day.wrong");
        wrong(faults, "count", number(count) >= FEWEST && number(count) <= MOST, "simulation.ask.count.wrong");
        wrong(faults, "seed", number(seed) >= 0, "simulation.ask.seed.wrong");
        wrong(faults, "reason", !reason.isEmpty() && reason.length() <= LONGEST_REASON, "simulation.ask.reason.wrong");
        return faults;
    }

    private static void wrong(Map<String, String> faults, String field, boolean right, String message) {
        if (!right) {
            faults.put(field, message);
        }
    }

    private static int number(String text) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }

    private static LocalDate dayOf(String text) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A body of {@code POST /v1/rights/simulations}, of a form without faults. */
    ObjectNode body() {
        ObjectNode body = Json.mapper()
                .createObjectNode()
                .put("reason", reason)
                .put("day", dayOf(day).toString())
                .put("seed", number(seed))
                .put("count", number(count));
        body.putArray("rights").addObject().put("right", right).put("text", text);
        return body;
    }
}
