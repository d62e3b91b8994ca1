package az.dost.vahid.pages.hotline;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What is asked in a call, as it was typed.
 *
 * @param search what the service was looked for by
 * @param once made with the form: however often it is sent, it is one question
 * @param code of a slip
 */
record CallQuestion(String search, String service, String once, String code) {
    private static final Pattern CODE = Pattern.compile("[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}");
    private static final Pattern PLAIN_CODE = Pattern.compile("[0-9A-F]{12}");
    private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");

    CallQuestion {
        search = text(search);
        service = text(service);
        once = ONCE.matcher(text(once)).matches() ? once : UUID.randomUUID().toString();
        code = code(text(code).replaceAll("[\\s–—-]", "").toUpperCase(Locale.ROOT));
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    /** However somebody reads it from his slip. */
    private static String code(String typed) {
        return PLAIN_CODE.matcher(typed).matches()
                ? typed.substring(0, 4) + "-" + typed.substring(4, 8) + "-" + typed.substring(8)
                : typed;
    }

    static CallQuestion empty() {
        return new CallQuestion("", "", "", "");
    }

    boolean hasCode() {
        return CODE.matcher(code).matches();
    }
}
