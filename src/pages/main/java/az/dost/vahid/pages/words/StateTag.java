package az.dost.vahid.pages.words;

/** A state in words, and the look beside them. @param css a class of the style sheet */
public record StateTag(String words, String css) {
    public static StateTag good(String words) {
        return new StateTag(words, "vahid-tag--good");
    }

    public static StateTag bad(String words) {
        return new StateTag(words, "vahid-tag--bad");
    }

    public static StateTag open(String words) {
        return new StateTag(words, "vahid-tag--open");
    }

    public static StateTag none(String words) {
        return new StateTag(words, "vahid-tag--none");
    }
}
