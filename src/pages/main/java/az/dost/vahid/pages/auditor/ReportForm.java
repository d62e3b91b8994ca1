package az.dost.vahid.pages.auditor;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.FinForm;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What was typed to ask for a named report: what an official did, or who looked at a citizen.
 *
 * @param about {@link #CITIZEN}, or else an official
 * @param from a day as people write it, {@code 27.11.2026}, as is to
 */
record ReportForm(String about, String requester, String official, String fin, String from, String to, String reason) {
    static final String CITIZEN = "citizen";
    private static final Pattern REQUESTER = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final Pattern OFFICIAL = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int MOST_DAYS = 31;
    private static final int MOST_DAYS_OF_CITIZEN = 366;
    private static final int LONGEST = 1000;

    ReportForm {
        about = text(about);
        requester = text(requester);
        official = text(official);
        fin = FinForm.of(fin);
        from = text(from);
        to = text(to);
        reason = text(reason);
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    /** Of an official the last thirty days. */
    static ReportForm about(String requester, String official, Wording w) {
        LocalDate today = LocalDate.now(Wording.BAKU);
        return new ReportForm(
                "", requester, official, "", w.day(today.minusDays(29).toString()), w.day(today.toString()), "");
    }

    /** Of a citizen the last year. */
    static ReportForm aboutCitizen(Wording w) {
        LocalDate today = LocalDate.now(Wording.BAKU);
        return new ReportForm(
                CITIZEN,
                "",
                "",
                "",
                w.day(today.minusDays(MOST_DAYS_OF_CITIZEN - 1L).toString()),
                w.day(today.toString()),
                "");
    }

    public boolean isOfCitizen() {
        return about.equals(CITIZEN);
    }

    /** To be shown again: a FIN that is none may be anything, and is not repeated. */
    ReportForm again() {
        return new ReportForm(about, requester, official, FinForm.isFin(fin) ? fin : "", from, to, reason);
    }

    /** By field, the message that says what is wrong with it; in the order of the fields. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (isOfCitizen()) {
            wrong(faults, "fin", FinForm.isFin(fin), "audit.ask.fin.wrong");
        } else {
            wrong(faults, "requester", REQUESTER.matcher(requester).matches(), "audit.ask.requester.wrong");
            wrong(faults, "official", OFFICIAL.matcher(official).matches(), "audit.ask.official.wrong");
        }
        LocalDate first = day(from);
        LocalDate last = day(to);
        wrong(faults, "from", first != null, "audit.ask.day.wrong");
        wrong(faults, "to", last != null, "audit.ask.day.wrong");
        if (first != null && last != null) {
            wrong(
                    faults,
                    "to",
                    !last.isBefore(first)
                            && !last.isAfter(LocalDate.now(Wording.BAKU))
                            && last.isBefore(first.plusDays(isOfCitizen() ? MOST_DAYS_OF_CITIZEN : MOST_DAYS)),
                    isOfCitizen() ? "audit.ask.year.wrong" : "audit.ask.days.wrong");
        }
        wrong(faults, "reason", !reason.isEmpty(), "audit.ask.reason.missing");
        wrong(faults, "reason", reason.length() <= LONGEST, "audit.note.long");
        return faults;
    }

    private static void wrong(Map<String, String> faults, String field, boolean right, String message) {
        if (!right) {
            faults.putIfAbsent(field, message);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A body of {@code POST /v1/audit/reports}, of a form without faults. */
    ObjectNode body() {
        ObjectNode body = Json.mapper().createObjectNode();
        if (isOfCitizen()) {
            body.put("fin", fin);
        } else {
            body.put("requester", requester).put("official", official);
        }
        return body.put("from", day(from).toString())
                .put("to", day(to).toString())
                .put("reason", reason);
    }

    @Override
    public String toString() {
        return "A question for a named report";
    }
}
