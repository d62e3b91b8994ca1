package az.dost.vahid.pages.hotline;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.FinForm;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller answered to the check questions, as it was typed. @param once made with the form: however often it is
 * sent, it is one attempt
 */
record CallerForm(String fin, String birthDate, String documentNumber, String registeredSince, String once) {
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}0-9 №-]{1,20}");
    /** As people write a day, and as contracts do. */
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");

    private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");
    private static final int LEAST = 2;

    CallerForm {
        fin = FinForm.of(fin);
        birthDate = text(birthDate);
        documentNumber = text(documentNumber);
        registeredSince = text(registeredSince);
        once = ONCE.matcher(text(once)).matches() ? once : UUID.randomUUID().toString();
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    static CallerForm empty() {
        return new CallerForm("", "", "", "", "");
    }

    /** By field, the message that says what is wrong with it; in the order of the fields. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!FinForm.isFin(fin)) {
            faults.put("fin", FinForm.fault(fin));
        }
        if (isNoDay(birthDate)) {
            faults.put("birthDate", "hotline.check.day.wrong");
        }
        if (!documentNumber.isEmpty() && !NUMBER.matcher(documentNumber).matches()) {
            faults.put("documentNumber", "hotline.check.document.wrong");
        }
        if (isNoDay(registeredSince)) {
            faults.put("registeredSince", "hotline.check.day.wrong");
        }
        if (answers().size() < LEAST) {
            faults.putIfAbsent("birthDate", "hotline.check.two");
        }
        return faults;
    }

    private static boolean isNoDay(String typed) {
        return !typed.isEmpty() && day(typed) == null;
    }

    /** Null for what is none. */
    private static LocalDate day(String typed) {
        Matcher parts = DAY.matcher(typed);
        try {
            return parts.matches()
                    ? LocalDate.of(
                            Integer.parseInt(parts.group(3)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(1)))
                    : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private ObjectNode answers() {
        ObjectNode answers = Json.mapper().createObjectNode();
        put(answers, "birthDate", birthDate);
        if (!documentNumber.isEmpty()) {
            answers.put("documentNumber", documentNumber);
        }
        put(answers, "registeredSince", registeredSince);
        return answers;
    }

    private static void put(ObjectNode answers, String question, String typed) {
        if (!typed.isEmpty()) {
            LocalDate day = day(typed);
            answers.put(question, day == null ? typed : day.toString());
        }
    }

    /** A body of {@code POST /v1/hot-line/calls}. */
    ObjectNode body() {
        return Json.mapper().createObjectNode().put("fin", fin).set("answers", answers());
    }

    /** Of this attempt: other answers in a form that was gone back to are another one. */
    String key() {
        return UUID.nameUUIDFromBytes((once + body()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** To be shown again: what is sent next is another attempt. */
    CallerForm shown() {
        return new CallerForm(fin, birthDate, documentNumber, registeredSince, "");
    }

    /** For the message that says what is wrong with the FIN. */
    String strange() {
        return FinForm.strange(fin);
    }

    @Override
    public String toString() {
        return "CallerForm";
    }
}
