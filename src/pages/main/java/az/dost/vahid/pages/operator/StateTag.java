package az.dost.vahid.pages.operator;

/** A state in words, and the look beside them. @param css a class of the style sheet */
record StateTag(String words, String css) {
    static StateTag good(String words) {
        return new StateTag(words, "vahid-tag--good");
    }

    static StateTag bad(String words) {
        return new StateTag(words, "vahid-tag--bad");
    }

    static StateTag open(String words) {
        return new StateTag(words, "vahid-tag--open");
    }

    static StateTag none(String words) {
        return new StateTag(words, "vahid-tag--none");
    }
}
