package az.dost.vahid.faces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A case of {@code faces/bad-envelopes.yaml}. */
record BadEnvelope(JsonNode entry) {
    static Stream<BadEnvelope> all() {
        try (var file = BadEnvelope.class.getResourceAsStream("/faces/bad-envelopes.yaml")) {
            return StreamSupport.stream(
                            new ObjectMapper(new YAMLFactory()).readTree(file).spliterator(), false)
                    .map(BadEnvelope::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        if (entry.has("body")) {
            return entry.path("body").asText();
        }
        if (entry.has("repeat")) {
            return entry.at("/repeat/0").asText().repeat(entry.at("/repeat/1").asInt());
        }
        ObjectNode request = Gateway.JSON
                .createObjectNode()
                .put("service", "ccu-car")
                .put("caseRef", "FACES/1")
                .put("official", "a.b");
        request.putObject("subject").put("fin", BadRequest.FIN);
        String right = Soap.envelope(request);
        if (entry.has("many")) {
            return right.replace(
                    entry.at("/many/0").asText(),
                    entry.at("/many/0").asText()
                            + IntStream.range(0, entry.at("/many/2").asInt())
                                    .mapToObj(i -> entry.at("/many/1").asText().replace("#", String.valueOf(i)))
                                    .collect(Collectors.joining()));
        }
        if (!entry.has("replace")) {
            return right;
        }
        String wrong = right.replace(
                entry.at("/replace/0").asText(), entry.at("/replace/1").asText());
        if (wrong.equals(right)) {
            throw new AssertionError("The case changes nothing");
        }
        return wrong;
    }

    /** Null for none. */
    String token() {
        return entry.has("token") ? entry.path("token").textValue() : Gateway.BEARER;
    }

    String code() {
        return entry.path("code").asText();
    }

    /** Empty when no field is at fault. */
    String field() {
        return entry.path("field").asText();
    }

    @Override
    public String toString() {
        return entry.path("name").asText();
    }
}
