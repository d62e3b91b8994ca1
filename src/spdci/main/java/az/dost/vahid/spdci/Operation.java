package az.dost.vahid.spdci;

/** What a message of the standard is for. */
enum Operation {
    /** {@code search}: records by identifier, several in one message. */
    SEARCH("search_response"),
    /** {@code disabled}: whether somebody is registered as disabled, and nothing else. */
    DISABLED("disabled_response"),
    /** {@code get-disability-info}: the record of somebody who is. */
    DISABILITY_INFO("search_response");

    /** The standard names one action for all of them. */
    static final String ACTION = "search";

    static final String ANSWER = "on-search";
    private final String response;

    Operation(String response) {
        this.response = response;
    }

    /** The member of an answer's message that has what came of it. */
    String response() {
        return response;
    }
}
