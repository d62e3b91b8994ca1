package az.dost.vahid.check.form;

import az.dost.vahid.check.api.ApiParameter;
import az.dost.vahid.folder.OthersFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a descriptor says around the body of a call, held to an OpenAPI or Swagger file: media types, parameters, who
 * may ask.
 */
public final class ApiCall {
    private final ApiContract api;
    private final JsonNode descriptor;
    private final JsonNode call;
    private final List<CallMisfit> misfits = new ArrayList<>();

    private ApiCall(ApiContract api, JsonNode descriptor) {
        this.api = api;
        this.descriptor = descriptor;
        this.call = descriptor.path("call");
    }

    /** Empty for a contract that has no such path or is none of these. */
    public static List<CallMisfit> misfits(OthersFiles folder, Path contract, JsonNode descriptor) {
        return ApiContract.read(folder, contract)
                .map(api -> {
                    ApiCall held = new ApiCall(api, descriptor);
                    api.path(descriptor.at("/call/path").asText()).ifPresent(held::hold);
                    return held.misfits;
                })
                .orElse(List.of());
    }

    private void hold(String path) {
        JsonNode operation = api.operation(path, call.path("method").asText("POST"));
        if (operation.isMissingNode()) {
            return;
        }
        Set<String> sent = sent(api, operation);
        if (call.has("request") && !takes(sent, call.path("contentType").asText())) {
            misfit(
                    true,
                    "the contract takes " + String.join(", ", sent) + ", not "
                            + call.path("contentType").asText(),
                    "call",
                    "contentType");
        }
        Set<String> given = given(api, call, path, operation);
        // A contract that describes the header itself says there what it must be.
        boolean described = api.parameters(path, operation).stream()
                .anyMatch(one -> one.path("in").asText().equals("header")
                        && one.path("name").asText().equalsIgnoreCase("Accept"));
        if (!described && !takes(given, call.path("accept").asText())) {
            misfit(
                    true,
                    "the contract answers with " + String.join(", ", given) + ", not "
                            + call.path("accept").asText(),
                    "call",
                    "accept");
        }
        boolean wanted =
                api.resolved(operation.path("requestBody")).path("required").asBoolean();
        if (wanted && !call.has("request")) {
            misfit(true, "the contract wants a body: name a request", "call");
        }
        ApiParameters parameters = new ApiParameters(api, call);
        for (JsonNode parameter : api.parameters(path, operation)) {
            misfits.addAll(parameters.misfits(path, parameter));
        }
        security(operation);
    }

    /** Media types of a body; empty where the contract names none. */
    static Set<String> sent(ApiContract api, JsonNode operation) {
        Set<String> types = new LinkedHashSet<>();
        if (api.swagger()) {
            (operation.has("consumes") ? operation : api.api())
                    .path("consumes")
                    .forEach(type -> types.add(type.asText()));
        } else {
            api.resolved(operation.path("requestBody"))
                    .path("content")
                    .fieldNames()
                    .forEachRemaining(types::add);
        }
        return types;
    }

    /** Media types of the replies that are mapped. */
    static Set<String> given(ApiContract api, JsonNode call, String path, JsonNode operation) {
        Set<String> types = new LinkedHashSet<>();
        if (api.swagger()) {
            (operation.has("produces") ? operation : api.api())
                    .path("produces")
                    .forEach(type -> types.add(type.asText()));
        } else {
            ApiForms.replies(api, call, path, operation)
                    .forEach(reply -> reply.path("content").fieldNames().forEachRemaining(types::add));
        }
        return types;
    }

    /** Whether one of the types, which may be a range, is that one. Where there is none, anything goes. */
    static boolean takes(Set<String> types, String type) {
        String wanted = ApiContract.plain(type);
        return types.isEmpty()
                || types.stream()
                        .map(ApiContract::plain)
                        .anyMatch(one -> one.equals(wanted)
                                || one.equals("*/*")
                                || one.endsWith("/*") && wanted.startsWith(one.substring(0, one.length() - 1)));
    }

    /** Whether a call must have it. */
    static boolean wanted(JsonNode parameter) {
        return parameter.path("required").asBoolean()
                && !parameter.has("default")
                && !parameter.path("schema").has("default")
                && parameter.path("in").asText().matches("query|header|cookie");
    }

    /** Whether the connector's calls have it. */
    static boolean sends(JsonNode descriptor, JsonNode parameter) {
        String name = parameter.path("name").asText();
        if (parameter.path("in").asText().equals("query")) {
            return descriptor.at("/call/query").has(name);
        }
        Set<String> headers = new TreeSet<>();
        descriptor.at("/call/headers").fieldNames().forEachRemaining(one -> headers.add(one.toLowerCase(Locale.ROOT)));
        for (String pointer : List.of("/call/finHeader", "/auth/header")) {
            headers.add(descriptor.at(pointer).asText().toLowerCase(Locale.ROOT));
        }
        return parameter.path("in").asText().equals("header")
                && (ApiParameter.sent(name) || headers.contains(name.toLowerCase(Locale.ROOT)));
    }

    private void security(JsonNode operation) {
        Set<String> ways = ways(api, operation);
        String kind = descriptor.at("/auth/kind").asText("none");
        String header = descriptor.at("/auth/header").asText();
        Set<String> keys = new LinkedHashSet<>(ways);
        keys.removeIf(way -> !way.startsWith("the key in the header "));
        if (kind.equals("api-key")
                && !keys.isEmpty()
                && keys.stream()
                        .noneMatch(way ->
                                way.substring("the key in the header ".length()).equalsIgnoreCase(header))) {
            misfit(true, "the contract wants " + String.join(", or ", keys), "auth", "header");
        } else if (kind.equals("none") && !ways.isEmpty() && !ways.contains("nothing")) {
            misfit(false, "the contract wants " + String.join(", or ", ways), "auth", "kind");
        }
    }

    /** How the contract lets somebody ask, each way in words; empty where it says nothing of that. */
    static Set<String> ways(ApiContract api, JsonNode operation) {
        JsonNode alternatives = operation.has("security")
                ? operation.path("security")
                : api.api().path("security");
        JsonNode schemes = api.swagger()
                ? api.api().path("securityDefinitions")
                : api.api().path("components").path("securitySchemes");
        Set<String> ways = new LinkedHashSet<>();
        for (JsonNode alternative : alternatives) {
            List<String> together = new ArrayList<>();
            alternative.fieldNames().forEachRemaining(name -> together.add(way(api.resolved(schemes.path(name)))));
            ways.add(together.isEmpty() ? "nothing" : String.join(" and ", together));
        }
        return ways;
    }

    private static String way(JsonNode scheme) {
        return switch (scheme.path("type").asText()) {
            case "apiKey" ->
                "the key in the " + scheme.path("in").asText() + " "
                        + scheme.path("name").asText();
            case "oauth2", "openIdConnect" -> "an OAuth 2.0 token";
            case "http" -> "HTTP " + scheme.path("scheme").asText().toLowerCase(Locale.ROOT);
            case "basic" -> "HTTP basic";
            case "mutualTLS" -> "a TLS client certificate";
            default -> "a way that it does not describe";
        };
    }

    private void misfit(boolean certain, String message, String... at) {
        misfits.add(new CallMisfit(certain, List.of(at), message));
    }
}
