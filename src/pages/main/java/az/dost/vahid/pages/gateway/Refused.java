package az.dost.vahid.pages.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/** The gateway answered with a problem (RFC 9457). Its text is for developers: people read the words of its code. */
public final class Refused extends RuntimeException {
    private final int status;
    private final String field;
    private final String instance;
    private final String detail;
    private final int retryAfter;

    /** @param retryAfter seconds, 0 for none */
    Refused(int status, JsonNode problem, int retryAfter) {
        super(problem.path("code").asText("INTERNAL"));
        this.status = status;
        this.field = problem.path("field").asText("");
        this.instance = problem.path("instance").asText("");
        this.detail = problem.path("detail").asText("");
        this.retryAfter = retryAfter;
    }

    /** As {@code contracts/problems.md} has it. */
    public String code() {
        return getMessage();
    }

    public int status() {
        return status;
    }

    /** The field at fault, blank for none. */
    public String field() {
        return field;
    }

    /**
     * What is wrong with this request, in English: for whoever reads it as it is, as errors in rules by their lines.
     */
    public String detail() {
        return detail;
    }

    /** What an operator finds it by; blank for none. */
    public String instance() {
        return instance;
    }

    /** Seconds to wait before it is tried again; 0 when nothing was said. */
    public int retryAfter() {
        return retryAfter;
    }
}
