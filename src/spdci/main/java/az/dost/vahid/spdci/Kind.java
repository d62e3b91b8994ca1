package az.dost.vahid.spdci;

/** Messages that are acknowledged, and answered by a call of the sender's own address. */
enum Kind {
    SEARCH("search", "on-search", "on-search"),
    STATUS("txn-status", "txn-on-status", "txn/on-status"),
    SUBSCRIBE("subscribe", "on-subscribe", "on-subscribe"),
    UNSUBSCRIBE("unsubscribe", "on-unsubscribe", "on-unsubscribe"),
    /** Nobody sends one: an event of somebody to whom a sender has subscribed. */
    NOTIFY("", "notify", "notify");

    private final String action;
    private final String answer;
    private final String path;

    Kind(String action, String answer, String path) {
        this.action = action;
        this.answer = answer;
        this.path = path;
    }

    /** In the header of what comes. */
    String action() {
        return action;
    }

    /** In the header of what is told. */
    String answer() {
        return answer;
    }

    /** Where it is told, below the sender's address. */
    String path() {
        return path;
    }
}
