package az.dost.vahid.mock.rest;

import az.dost.vahid.json.Json;
import az.dost.vahid.mock.kit.RestEndpoint;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Map;

/** One operation of a mock agency: a JSON question about one citizen, posted to one path. */
final class Inquiry {
    private static final ObjectMapper JSON = Json.mapper();

    @FunctionalInterface
    interface Answer {
        Reply to(String fin, JsonNode question);
    }

    /**
     * Another path is answered with 404, another method with 405, a body without a FIN with 400.
     *
     * @param fin JSON pointer of the FIN in the question
     */
    static RestEndpoint at(String path, String fin, Answer answer) {
        return request -> {
            if (!request.path().equals(path)) {
                return JsonReplies.of(404, Map.of("error", "no such path"));
            }
            if (!request.method().equals("POST")) {
                return JsonReplies.of(405, Map.of("error", "POST only")).with("Allow", "POST");
            }
            JsonNode question = tree(request.body());
            String about = question.at(fin).asText("");
            return about.isBlank()
                    ? JsonReplies.of(400, Map.of("error", "no FIN at " + fin))
                    : answer.to(about, question);
        };
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private Inquiry() {}
}
