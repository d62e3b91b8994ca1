package az.dost.vahid.faces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A case of {@code faces/bad-requests.yaml}. */
record BadRequest(JsonNode entry) {
    /** In the bodies and nowhere else; it must not come back or be logged. */
    static final String FIN = "9QZ7TRX";

    static Stream<BadRequest> all() {
        try (var file = BadRequest.class.getResourceAsStream("/faces/bad-requests.yaml")) {
            return StreamSupport.stream(new ObjectMapper(new YAMLFactory()).readTree(file).spliterator(), false).map(BadRequest::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<BadRequest> bodies() {
        return all().filter(request -> !request.entry.has("headers") && !request.entry.has("method"));
    }

    String method() {
        return entry.path("method").asText("POST");
    }

    String path() {
        return entry.path("path").asText("/v1/dossiers");
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        entry.path("headers").properties().forEach(header -> {
            if (header.getValue().isNull()) {
                headers.remove(header.getKey());
            } else {
                headers.put(header.getKey(), header.getValue().asText());
            }
        });
        return headers;
    }

    String body() {
        if (entry.has("body")) {
            return entry.path("body").asText();
        }
        if (entry.has("repeat")) {
            return entry.at("/repeat/0").asText().repeat(entry.at("/repeat/1").asInt());
        }
        ObjectNode request = Gateway.JSON.createObjectNode().put("service", "ccu-car").put("caseRef", "FACES/1").put("official", "a.b");
        request.putObject("subject").put("fin", FIN);
        merge(request, entry.path("change"));
        return request.toString();
    }

    private static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else if (field.getValue().isObject() && target.path(field.getKey()) instanceof ObjectNode inner) {
                merge(inner, field.getValue());
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
    }

    int status() {
        return entry.path("status").asInt();
    }

    String code() {
        return entry.path("code").asText();
    }

    /** Null when no field is at fault. */
    String field() {
        return entry.path("field").textValue();
    }

    @Override
    public String toString() {
        return entry.path("name").asText();
    }
}
