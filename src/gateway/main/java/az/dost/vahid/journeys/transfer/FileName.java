package az.dost.vahid.journeys.transfer;

import java.util.regex.Pattern;

/** Names of files between partners: plain ones, which mean the same on every system and lead nowhere. */
final class FileName {
    static final String SIGNATURE = ".p7s";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*([.][A-Za-z0-9_-]+)*");
    private static final int LONGEST = 100;

    static boolean plain(String name) {
        return name.length() <= LONGEST && PLAIN.matcher(name).matches();
    }

    static boolean signature(String name) {
        return name.endsWith(SIGNATURE);
    }

    /** One that is still being written, by the convention of most clients. */
    static boolean unfinished(String name) {
        return name.matches("[.][^.].*") || name.endsWith(".tmp") || name.endsWith(".part");
    }

    private FileName() {}
}
