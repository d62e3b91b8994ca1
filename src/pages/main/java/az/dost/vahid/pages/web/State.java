package az.dost.vahid.pages.web;

/**
 * What a page tells instead of what was asked for.
 *
 * @param kind of {@code state.<kind>.title} and {@code .text} in the messages
 * @param code of the problem, blank without one: its words say what it is and what to do
 * @param number under which operators find it; blank for none
 * @param seconds after which it is worth another try; 0 for none
 */
record State(String kind, int status, String code, String number, int seconds) {
    static State of(String kind, int status) {
        return new State(kind, status, "", "", 0);
    }
}
