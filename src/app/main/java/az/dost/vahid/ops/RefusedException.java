package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;

/** The gateway did not do what was asked; the message is for people. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }

    static RefusedException of(int status, JsonNode problem) {
        if (!problem.has("code")) {
            return new RefusedException("The gateway answered with HTTP " + status
                    + ": is this its port for operators (vahid.management.port)?");
        }
        String field = problem.has("field") ? " (" + problem.path("field").asText() + ")" : "";
        return new RefusedException(problem.path("code").asText() + field + ": "
                + problem.path("detail").asText() + " " + problem.path("fix").asText() + ". "
                + problem.path("instance").asText());
    }
}
