package az.dost.vahid.journeys.report.order;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.edge.door.FreeText;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.logging.PlainText;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.Set;
import java.util.regex.Pattern;

/** Why a period is closed anew, in somebody's words: every reader of the report sees them, for ever. */
public final class ClosingReason {
    /** Characters. */
    public static final int LONGEST = 500;

    private static final String FIELD = "because";
    /** A word without a digit may be any word of seven letters. */
    private static final Pattern NAMES_SOMEBODY = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?=\\p{L}{0,6}[0-9])" + Fin.FORM.pattern() + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);

    /**
     * @param body {@code ClosingOrder} of {@code contracts/statistics.openapi.yaml}
     * @throws ProblemException REQUEST_MALFORMED, FIELD_UNKNOWN, FIELD_MISSING, FIELD_INVALID
     */
    public static String read(byte[] body) {
        String reason = FreeText.read(StrictJson.object(body, Set.of(FIELD)), FIELD, LONGEST)
                .strip();
        if (reason.codePoints().anyMatch(PlainText::acts)) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, FIELD, "It must be one line of text.");
        }
        if (hasFin(reason)) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    FIELD,
                    "A word of it has the form of a FIN: every reader of the report sees it.");
        }
        return reason;
    }

    /** Whether a word of it has the form of a FIN. */
    public static boolean hasFin(String reason) {
        return NAMES_SOMEBODY.matcher(reason).find();
    }

    private ClosingReason() {}
}
