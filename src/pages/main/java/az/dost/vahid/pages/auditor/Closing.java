package az.dost.vahid.pages.auditor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed to close a hit. */
record Closing(String reason, String note) {
    /** Fits where a rule was broken. */
    static final String TOO_STRICT = "RULE_TOO_STRICT";
    /** Of the contract, in the order in which they are shown. */
    static final List<String> REASONS = List.of("JUSTIFIED", "MISUSE", TOO_STRICT);

    private static final int LONGEST = 1000;

    Closing {
        reason = reason == null ? "" : reason;
        note = note == null ? "" : note.strip();
    }

    /** By field, the message that says what is wrong with it. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!REASONS.contains(reason)) {
            faults.put("reason-JUSTIFIED", "audit.close.reason.missing");
        }
        if (note.isEmpty() || note.length() > LONGEST) {
            faults.put("note", note.isEmpty() ? "audit.close.note.missing" : "audit.note.long");
        }
        return faults;
    }
}
