package az.dost.vahid.check.api;

import az.dost.vahid.folder.OthersFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** An API by OpenAPI 3.0 or 3.1, or by Swagger 2.0. */
public final class Api {
    /** A connector asks by no other. */
    private static final List<String> METHODS = List.of("post", "get");

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}|[\\u2028\\u2029]");
    private static final int LONGEST_NAME = 500;
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)http://(?:localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(?:[:/].*)?");
    private final ApiFiles files;
    private final boolean swagger;
    private final List<ApiOperation> operations = new ArrayList<>();

    private Api(OthersFiles from, Path file) {
        files = ApiFiles.read(from, file);
        swagger = root().path("swagger").asText().startsWith("2");
        if (!swagger && !root().path("openapi").asText().startsWith("3.")) {
            throw new ApiException(file.getFileName() + " is neither OpenAPI 3 nor Swagger 2.0");
        }
        for (Map.Entry<String, JsonNode> path : root().path("paths").properties()) {
            if (!printable(path.getKey())) {
                continue;
            }
            JsonNode item = files.overlaid(path.getValue());
            for (Map.Entry<String, JsonNode> member : item.properties()) {
                if (METHODS.contains(member.getKey())) {
                    operations.add(new ApiOperation(
                            member.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            item.path("parameters"),
                            files.overlaid(member.getValue()),
                            this));
                }
            }
        }
    }

    /** @throws ApiException when the file, or one that it refers to, cannot be used */
    public static Api read(OthersFiles files, Path file) {
        return new Api(files, file);
    }

    /** What a terminal or an editor would act upon is no name. */
    static boolean printable(String name) {
        return name.length() <= LONGEST_NAME && !UNPRINTABLE.matcher(name).find();
    }

    JsonNode root() {
        return files.main();
    }

    boolean swagger() {
        return swagger;
    }

    /** With the others, for what refers to them. */
    public ApiFiles files() {
        return files;
    }

    /** Questions by GET and POST, in the contract's order. */
    public List<ApiOperation> operations() {
        return List.copyOf(operations);
    }

    /** Addresses below which the paths are; perhaps only the end of one, or none. Variables have their defaults. */
    public List<String> servers() {
        if (!swagger) {
            return StreamSupport.stream(root().path("servers").spliterator(), false)
                    .map(server -> VARIABLE.matcher(server.path("url").asText())
                            .replaceAll(name -> java.util.regex.Matcher.quoteReplacement(server.path("variables")
                                    .path(name.group(1))
                                    .path("default")
                                    .asText())))
                    .toList();
        }
        String place = root().path("host").asText()
                + root().path("basePath").asText("").replaceFirst("/$", "");
        if (!root().has("host")) {
            return place.isEmpty() ? List.of() : List.of(place);
        }
        List<String> schemes = StreamSupport.stream(root().path("schemes").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return (schemes.isEmpty() ? List.of("https") : schemes)
                .stream().map(scheme -> scheme + "://" + place).toList();
    }

    /** Whether the contract names addresses, and all of them are plain HTTP over a network. */
    public boolean plainOnly() {
        List<String> servers = servers();
        return !servers.isEmpty()
                && servers.stream()
                        .allMatch(server -> server.toLowerCase(Locale.ROOT).startsWith("http://")
                                && !LOOPBACK.matcher(server).matches());
    }
}
