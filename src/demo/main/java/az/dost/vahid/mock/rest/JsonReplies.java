package az.dost.vahid.mock.rest;

import az.dost.vahid.json.Json;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** JSON bodies of the mock agencies; a null field is left out. */
final class JsonReplies {
    private static final ObjectMapper JSON = Json.mapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    /** The body is a tree, a map or one of the agency's wire records. */
    static Reply of(int status, Object body) {
        return of(status, "application/json", body);
    }

    static Reply of(int status, String contentType, Object body) {
        try {
            return Reply.of(status, contentType, JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonReplies() {}
}
