package az.dost.vahid.spdci;

import az.dost.vahid.json.Json;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What of the standard stands for what of Vahid, as {@code spdci/registries.yaml} has it. */
final class Registries {
    private static final String FILE = "/spdci/registries.yaml";
    private static final String BAD_MESSAGE = "err.request.bad";
    private static final String BAD_SEARCH = "rjct.search_criteria.invalid";
    private static final String BAD_SUBSCRIPTION = "rjct.notify_details.invalid";
    private static final ObjectMapper YAML = Json.yaml();

    private final Map<String, Registry> registries = new LinkedHashMap<>();
    private final JsonNode errors;
    private final JsonNode reasons;
    private final JsonNode subscriptions;

    Registries() {
        JsonNode file = file();
        errors = file.path("errors");
        reasons = file.path("reasons");
        subscriptions = file.path("subscriptions");
        file.path("registries").properties().forEach(one -> registries.put(one.getKey(), registry(one.getValue())));
    }

    private static JsonNode file() {
        try (InputStream in = Registries.class.getResourceAsStream(FILE)) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Registry registry(JsonNode registry) {
        Map<String, RecordForm> records = new LinkedHashMap<>();
        registry.path("records")
                .properties()
                .forEach(one -> records.put(one.getKey(), form(one.getKey(), one.getValue())));
        return new Registry(
                registry.path("type").textValue(),
                texts(registry.path("identifiers")),
                texts(registry.path("attributes")),
                names(registry.path("events")),
                registry.path("record").textValue(),
                names(registry.path("names")),
                records);
    }

    private static RecordForm form(String name, JsonNode form) {
        return new RecordForm(
                name,
                form.path("key").textValue(),
                texts(form.path("facts")),
                Mapping.compile(new StringReader(form.path("map").textValue()), name));
    }

    private static Map<String, String> names(JsonNode table) {
        Map<String, String> names = new LinkedHashMap<>();
        table.properties().forEach(one -> names.put(one.getKey(), one.getValue().textValue()));
        return names;
    }

    private static List<String> texts(JsonNode list) {
        return Json.list(list, JsonNode::textValue);
    }

    /** @param name one of the file's */
    Registry of(String name) {
        return registries.get(name);
    }

    /** The standard's error for a message that is refused. */
    String error(ProblemException problem) {
        return code(errors, problem, BAD_MESSAGE);
    }

    /** The standard's reason for one search of a message that is refused. */
    String reason(ProblemException problem) {
        return code(reasons, problem, BAD_SEARCH);
    }

    /** The same for one subscription. */
    String subscription(ProblemException problem) {
        return code(subscriptions, problem, BAD_SUBSCRIPTION);
    }

    private static String code(JsonNode table, ProblemException problem, String otherwise) {
        JsonNode fields = table.path("fields");
        String field = String.valueOf(problem.field());
        JsonNode code = Stream.of(
                        fields.get(problem.code().name() + " " + field),
                        fields.get(field),
                        table.path("codes").get(problem.code().name()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return code == null ? otherwise : code.textValue();
    }
}
