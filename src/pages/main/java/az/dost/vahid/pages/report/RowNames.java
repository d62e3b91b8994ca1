package az.dost.vahid.pages.report;

import az.dost.vahid.pages.words.Wording;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What people call the row of a table, by its key. */
final class RowNames {
    private static final String ROWS = "report.Row.";
    private final Wording w;

    RowNames(Wording w) {
        this.w = w;
    }

    String of(String table, String key) {
        String ours = w.orNull("values", ROWS + key);
        if (ours != null) {
            return ours;
        }
        return switch (table) {
            case "BY_SERVICE" -> w.service(key);
            case "BY_FAMILY" -> w.value("passport.family", key);
            case "BY_CHANNEL", "D_CHANNEL" -> w.value("passport.channel", key);
            case "BY_OUTCOME" -> w.value("statistics.Outcome", key);
            case "BY_DOCUMENT" -> w.paper(key);
            case "BY_AGENCY", "D_REGISTERS" -> w.agency(key);
            case "BY_REJECTION" -> w.agency(before(key)) + ": " + w.of("source-reasons", after(key));
            case "BY_CONFLICT" ->
                w.of("facts", before(key)) + ": "
                        + Arrays.stream(after(key).split("[+]")).map(w::agency).collect(Collectors.joining(" / "));
            case "BY_RIGHT" -> w.right(key);
            case "BY_RIGHT_REFUSAL" -> w.right(before(key)) + ": " + w.value("offers.RefusalReason", after(key));
            case "BY_RIGHT_UNDECIDED" -> w.right(before(key)) + ": " + unheard(after(key));
            case "BY_REFUSAL", "D_REFUSALS" -> w.of("problems", key);
            case "BY_SEX_AND_AGE" -> of("BY_SEX", before(key)) + ", " + of("BY_AGE", after(key));
            case "TRANSPARENCY" -> of("", before(key)) + ": " + ended(before(key), after(key));
            case "BY_AGE", "D_AGE" -> key.replace('-', '–');
            case "D_BAND" -> w.value("event.disability-decision.percentage", key);
            case "D_CAUSE" -> w.of("facts", "disability.cause." + key);
            case "D_AID" -> w.of("facts", "rehabilitation.devices." + key);
            default -> key;
        };
    }

    /** Who did not say something, or why nobody is believed. */
    private String unheard(String key) {
        String ours = w.orNull("values", ROWS + key);
        return ours == null ? w.agency(key) : ours;
    }

    private String ended(String what, String how) {
        return switch (what) {
            case "HIT_OPENED" -> w.value("report.Row", how);
            case "HIT_CLOSED" -> w.value("audit.Reason", how);
            default -> w.value("citizens.State", how);
        };
    }

    private static String before(String key) {
        return key.contains("/") ? key.substring(0, key.indexOf('/')) : key;
    }

    private static String after(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
