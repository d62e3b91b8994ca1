package az.dost.vahid.faces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A case of {@code faces/bad-requests/<face>.yaml}.
 *
 * @param right the face's request that is right in every way
 * @param given name of the state that the case needs, see {@link Given}; null for none
 */
record BadRequest(String face, JsonNode right, JsonNode entry, String given) {
    /** In the bodies and nowhere else; it must not come back or be logged. */
    static final String FIN = "9QZ7TRX";
    /** Whose token stands in a header. */
    private static final Pattern PERSON = Pattern.compile("\\{person:([a-z.]+)}");

    private static final Path FOLDER = Path.of("src/gateway/test/resources/faces/bad-requests");

    static Stream<BadRequest> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList().stream()
                    .flatMap(file -> of(file.getFileName().toString().replace(".yaml", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<BadRequest> of(String face) {
        return of(FOLDER, face);
    }

    /** Those of a module's own folder. */
    static Stream<BadRequest> of(Path folder, String face) {
        try {
            JsonNode file = new ObjectMapper(new YAMLFactory())
                    .readTree(folder.resolve(face + ".yaml").toFile());
            return StreamSupport.stream(file.path("cases").spliterator(), false)
                    .map(entry -> new BadRequest(
                            face, file.path("right"), entry, entry.path("given").textValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bodies that can be sent to the lookup by message as well. */
    static Stream<BadRequest> bodies() {
        return of("lookup").filter(request -> !request.entry.has("headers") && !request.entry.has("method"));
    }

    private JsonNode part(String name) {
        return entry.has(name) ? entry.path(name) : right.path(name);
    }

    String method() {
        return part("method").asText();
    }

    /** @param id of what was given, null for nothing */
    String path(String id) {
        return filled(part("path").asText(), id);
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (JsonNode some : List.of(right.path("headers"), entry.path("headers"))) {
            some.properties().forEach(header -> {
                if (header.getValue().isNull()) {
                    headers.remove(header.getKey());
                } else {
                    headers.put(header.getKey(), known(header.getValue().asText()));
                }
            });
        }
        return headers;
    }

    private static String known(String header) {
        Matcher person = PERSON.matcher(header);
        return header.contains("{citizen}")
                ? header.replace("{citizen}", Given.CITIZEN.token())
                : person.find() ? person.replaceAll(found -> new Person(found.group(1)).token()) : header;
    }

    String body() {
        return body(null);
    }

    /** @param id of what was given, null for nothing */
    String body(String id) {
        if (entry.has("body")) {
            return filled(entry.path("body").asText(), id);
        }
        if (entry.has("repeat")) {
            return entry.at("/repeat/0").asText().repeat(entry.at("/repeat/1").asInt());
        }
        if (right.path("body").isTextual()) {
            return right.path("body").textValue();
        }
        ObjectNode request = right.path("body").deepCopy();
        merge(request, entry.path("change"));
        return filled(request.toString(), id);
    }

    private static String filled(String text, String id) {
        return id == null ? text : text.replace("{given}", id);
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
        return face + ": " + entry.path("name").asText();
    }
}
