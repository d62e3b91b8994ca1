package az.dost.vahid.proof.record;

/**
 * Names of the files, or objects, in which signed roots are kept outside the database. Their order is that of the
 * roots' numbers.
 */
public final class AnchorName {
    private static final String SUFFIX = ".jws";
    private static final String PREFIX = "root-";

    public static String of(long number) {
        return PREFIX + "%012d".formatted(number) + SUFFIX;
    }

    /** The number in a name; 0 when it is none of these names. */
    public static long number(String name) {
        return name.matches(PREFIX + "\\d{12}\\.jws")
                ? Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()))
                : 0;
    }

    private AnchorName() {}
}
