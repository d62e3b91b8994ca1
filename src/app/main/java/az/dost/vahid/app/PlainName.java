package az.dost.vahid.app;

import java.util.regex.Pattern;

/** Names of files that come out of a database: shown, and written, only where they mean nothing but themselves. */
final class PlainName {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    /** The name, or a dash for none and for one that is no plain name. */
    static String of(String name) {
        return name != null && PLAIN.matcher(name).matches() ? name : "-";
    }

    private PlainName() {}
}
