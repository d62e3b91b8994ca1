package az.dost.vahid.check.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A parameter beside the body.
 *
 * @param in path, query, header, cookie, formData or body
 * @param schema of the value; in Swagger 2.0 the parameter itself
 * @param repeated whether a list is sent as the parameter several times, and not as one text
 * @param example null when there is none
 */
public record ApiParameter(
        String name, String in, boolean required, JsonNode schema, boolean repeated, String example) {
    /**
     * OpenAPI says of the first three: ignored (parameter object). The others the gateway sends with each request, or
     * HTTP itself.
     */
    private static final Set<String> SENT = Set.of(
            "accept",
            "content-type",
            "authorization",
            "cache-control",
            "content-length",
            "cookie",
            "host",
            "traceparent",
            "user-agent",
            "x-request-id");

    private static final Pattern KEY =
            Pattern.compile("(?i).*(?:api[-_]?key|subscription[-_]key|secret|password|token).*");

    static ApiParameter of(JsonNode said, ApiFiles files, boolean swagger) {
        String in = said.path("in").asText();
        JsonNode schema = swagger && !in.equals("body")
                ? said
                : said.has("schema")
                        ? said.path("schema")
                        : said.path("content").isEmpty()
                                ? said.path("schema")
                                : said.path("content").elements().next().path("schema");
        boolean list = types(files.resolved(schema)).contains("array");
        boolean several = swagger
                ? said.path("collectionFormat").asText().equals("multi")
                : in.equals("query")
                        && said.path("style").asText("form").equals("form")
                        && said.path("explode").asBoolean(true);
        return new ApiParameter(
                said.path("name").asText(),
                in,
                said.path("required").asBoolean() || in.equals("path"),
                schema,
                list && several,
                example(said, files));
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet())
                : Set.of(type.asText());
    }

    private static String example(JsonNode said, ApiFiles files) {
        JsonNode example = said.has("example")
                ? said.path("example")
                : said.has("x-example")
                        ? said.path("x-example")
                        : said.path("examples").isObject()
                                        && !said.path("examples").isEmpty()
                                ? files.resolved(
                                                said.path("examples").elements().next())
                                        .path("value")
                                : null;
        return example == null
                        || !example.isValueNode()
                        || example.isNull()
                        || example.asText().isEmpty()
                ? null
                : example.asText();
    }

    /** Whether it is called like what a descriptor's auth is for. */
    public boolean key() {
        return KEY.matcher(name).matches();
    }

    /** Whether it is a header that the gateway sends by itself. */
    public boolean ownHeader() {
        return in.equals("header") && sent(name);
    }

    /** Whether the gateway sends a header of this name by itself. */
    public static boolean sent(String header) {
        return SENT.contains(header.toLowerCase(Locale.ROOT))
                || header.toLowerCase(Locale.ROOT).startsWith("x-road-");
    }
}
