package az.dost.vahid.check.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One operation of an API: a method at a path. */
public final class ApiOperation {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private final String method;
    private final String path;
    private final JsonNode said;
    private final Api api;
    private final JsonNode atPath;

    /** @param atPath parameters of the whole path, which the operation's own ones replace */
    ApiOperation(String method, String path, JsonNode atPath, JsonNode said, Api api) {
        this.method = method;
        this.path = path;
        this.atPath = atPath;
        this.said = said;
        this.api = api;
    }

    /** Read when they are wanted: another operation may be without mistakes. */
    private List<ApiParameter> all() {
        Map<String, ApiParameter> byPlace = new LinkedHashMap<>();
        for (JsonNode list : List.of(atPath, said.path("parameters"))) {
            for (JsonNode one : list) {
                ApiParameter parameter = ApiParameter.of(api.files().resolved(one), api.files(), api.swagger());
                if (!Api.printable(parameter.name())) {
                    throw new ApiException("A parameter of " + name() + " has a name that cannot be shown");
                }
                byPlace.put(parameter.in() + " " + parameter.name(), parameter);
            }
        }
        return List.copyOf(byPlace.values());
    }

    /** GET or POST. */
    public String method() {
        return method;
    }

    /** As the contract writes it, with {@code {name}} for each parameter. */
    public String path() {
        return path;
    }

    /** Whether another path is this one with its parameters filled in, by whatever. */
    public boolean fits(String filled) {
        return fits(path, filled);
    }

    /** Whether a path is that of a contract with its parameters filled in, by whatever. */
    public static boolean fits(String path, String filled) {
        return filled.equals(path)
                || filled.startsWith("/")
                        && filled.matches(Arrays.stream(path.split("\\{[^{}/]*}", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining("[^/]+")));
    }

    /** Empty when it has none. */
    public String id() {
        return said.path("operationId").asText();
    }

    /** What it does, in a few words of people; empty when nothing says so. */
    public String summary() {
        return said.path("summary").asText();
    }

    /** By which the kit knows it: the path, and for anything but a POST without parameters in it the method before. */
    public String name() {
        return method.equals("POST") && !path.contains("{") ? path : method + " " + path;
    }

    /** Those of path, query and headers. @throws ApiException when the contract refers to one that is not there */
    public List<ApiParameter> parameters() {
        return all().stream()
                .filter(one -> List.of("path", "query", "header").contains(one.in()))
                .toList();
    }

    /** What is sent in the body; empty when nothing is. */
    public Optional<ApiContent> request() {
        if (!api.swagger()) {
            return contents(api.files().resolved(said.path("requestBody")));
        }
        List<ApiParameter> parameters = all();
        Optional<ApiParameter> body =
                parameters.stream().filter(one -> one.in().equals("body")).findFirst();
        if (body.isPresent()) {
            return ApiContent.best(types("consumes").stream()
                    .map(type -> Map.entry(type, body.get().schema()))
                    .toList());
        }
        List<ApiParameter> form =
                parameters.stream().filter(one -> one.in().equals("formData")).toList();
        return form.isEmpty() ? Optional.empty() : Optional.of(new ApiContent(FORM, form(form)));
    }

    private static JsonNode form(List<ApiParameter> fields) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (ApiParameter field : fields) {
            properties.set(field.name(), field.schema());
            if (field.required()) {
                required.add(field.name());
            }
        }
        return schema;
    }

    /** Whether the answer is promised (202), and there later. */
    public boolean promises() {
        return said.path("responses").has("202") && !said.path("responses").has("200");
    }

    /**
     * Why what comes back is not yet the answer: it is promised, or brought later by a call of the agency's own; empty
     * where nothing says so.
     */
    public Optional<String> later() {
        Set<String> words = words();
        if (promises()) {
            return Optional.of("the contract promises the answer (202)");
        }
        if (!said.path("callbacks").isEmpty()) {
            return Optional.of("the contract names callbacks, by which the agency brings the answer");
        }
        if (words.contains("async") || words.contains("asynchronous")) {
            return Optional.of("its name says that it is asynchronous");
        }
        // One of two that differ by that word alone.
        return api.operations().stream()
                .filter(other -> other != this
                        && other.path()
                                .replaceFirst("(?i)/sync(?:hronous)?(?=/|$)", "")
                                .equals(path)
                        && !other.path().equals(path))
                .findFirst()
                .map(other -> other.name() + " is the same at once");
    }

    /** Whether its name says that the answer comes at once. */
    public boolean atOnce() {
        return words().contains("sync") || words().contains("synchronous");
    }

    /** Of path and id, small. */
    private Set<String> words() {
        return Arrays.stream((path + " " + id())
                        .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}]+"))
                .collect(Collectors.toSet());
    }

    /** Whether the contract says what comes back where there is nothing. */
    public boolean misses() {
        return said.path("responses").has("404");
    }

    /** What comes back when all is well; empty when the contract does not say, or nothing does. */
    public Optional<ApiContent> reply() {
        JsonNode responses = api.files().resolved(said.path("responses"));
        List<String> known = new ArrayList<>(List.of("200", "2XX", "2xx", "201", "203"));
        StreamSupport.stream(((Iterable<String>) responses::fieldNames).spliterator(), false)
                .filter(status -> status.matches("2\\d\\d"))
                .forEach(known::add);
        known.add("default");
        for (String status : known) {
            JsonNode response =
                    responses.has(status) ? api.files().resolved(responses.path(status)) : MissingNode.getInstance();
            Optional<ApiContent> content = api.swagger() ? swagger(response) : contents(response);
            if (content.isPresent()) {
                return content;
            }
        }
        return Optional.empty();
    }

    private Optional<ApiContent> swagger(JsonNode response) {
        return !response.has("schema")
                ? Optional.empty()
                : ApiContent.best(types("produces").stream()
                        .map(type -> Map.entry(type, response.path("schema")))
                        .toList());
    }

    private static Optional<ApiContent> contents(JsonNode holder) {
        return ApiContent.best(holder.path("content").properties().stream()
                .map(content -> Map.entry(content.getKey(), content.getValue().path("schema")))
                .toList());
    }

    /** Of the operation, or else of the whole API. */
    private List<String> types(String member) {
        JsonNode own = said.has(member) ? said.path(member) : api.root().path(member);
        List<String> types = StreamSupport.stream(own.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return types.isEmpty() ? List.of(JSON) : types;
    }
}
