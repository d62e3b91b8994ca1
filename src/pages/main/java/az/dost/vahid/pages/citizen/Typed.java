package az.dost.vahid.pages.citizen;

/** What somebody typed into a field of several lines. */
final class Typed {
    /** Without blanks around it; a line ends as contracts count it, in one character. */
    static String text(String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").strip();
    }

    private Typed() {}
}
