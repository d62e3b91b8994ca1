package az.dost.vahid.journeys.auditor;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Of whom a named report is wanted, and why: of an official, what he did; of a citizen, who looked.
 *
 * @param requester of the official; blank for a citizen
 * @param official his login; for a citizen the keyed hash of the FIN, {@link az.dost.vahid.signature.key.PersonHash}
 * @param from the first day in Baku; to is the last one, inclusive
 */
record ReportQuestion(String requester, String official, LocalDate from, LocalDate to, String reason) {
    private static final int MOST_DAYS = 31;
    /** The entries of one citizen are few. */
    private static final int MOST_DAYS_OF_CITIZEN = 366;

    private static final String NO_REQUESTER = "";
    private static final int LONGEST = 1000;
    private static final String REQUESTER = "requester";
    private static final String OFFICIAL = "official";
    private static final String FIN = "fin";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String REASON = "reason";
    private static final Set<String> FIELDS = Set.of(REQUESTER, OFFICIAL, FIN, FROM, TO, REASON);
    private static final Pattern REQUESTER_FORM = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final Pattern OFFICIAL_FORM = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /**
     * @param today in Baku
     * @param hash of a FIN
     * @throws ProblemException REQUEST_MALFORMED, FIELD_UNKNOWN, FIELD_MISSING, FIELD_INVALID
     */
    static ReportQuestion read(byte[] body, LocalDate today, UnaryOperator<String> hash) {
        ObjectNode question = StrictJson.object(body, FIELDS);
        boolean ofCitizen = question.has(FIN);
        if (ofCitizen && (question.has(REQUESTER) || question.has(OFFICIAL))) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    FIN,
                    "A report is about a citizen or about an official, not about both.");
        }
        ReportQuestion read = new ReportQuestion(
                ofCitizen ? NO_REQUESTER : text(question, REQUESTER, REQUESTER_FORM),
                ofCitizen ? hash.apply(text(question, FIN, Fin.FORM)) : text(question, OFFICIAL, OFFICIAL_FORM),
                day(question, FROM),
                day(question, TO),
                said(question, REASON));
        int most = ofCitizen ? MOST_DAYS_OF_CITIZEN : MOST_DAYS;
        if (read.to.isBefore(read.from)
                || read.to.isAfter(today)
                || read.from.plusDays(most).isBefore(read.to.plusDays(1))) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    TO,
                    "It must be a day from the first one on, at most " + most + " days with it, and not after today.");
        }
        return read;
    }

    /** Whether it is about who looked at a citizen. */
    boolean ofCitizen() {
        return requester.equals(NO_REQUESTER);
    }

    /** @throws ProblemException FIELD_MISSING, FIELD_INVALID for what is no text that says something */
    static String said(ObjectNode body, String field) {
        String text = value(body, field);
        if (text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, field, "It must say why in 1 to " + LONGEST + " characters.");
        }
        return text;
    }

    private static String text(ObjectNode body, String field, Pattern form) {
        String text = value(body, field);
        if (!form.matcher(text).matches()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, field, null);
        }
        return text;
    }

    private static LocalDate day(ObjectNode body, String field) {
        try {
            return LocalDate.parse(value(body, field));
        } catch (DateTimeParseException e) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, field, "It must be a day, such as 2026-11-27.");
        }
    }

    private static String value(ObjectNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, field, null);
        }
        if (!value.isTextual()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, field, null);
        }
        return value.textValue();
    }
}
