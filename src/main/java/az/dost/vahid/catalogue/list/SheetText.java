package az.dost.vahid.catalogue.list;

/** Text that a spreadsheet would compute: it would do so on the desk of whoever opens an export later. */
final class SheetText {
    private static final String COMPUTED = "=+-@\t\r";

    /** The same with an apostrophe before it where a spreadsheet would take it for a formula. */
    static String of(String text) {
        return computed(text) ? "'" + text : text;
    }

    static boolean computed(String text) {
        return !text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0;
    }

    private SheetText() { }
}
