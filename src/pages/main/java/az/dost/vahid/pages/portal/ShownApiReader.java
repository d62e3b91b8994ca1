package az.dost.vahid.pages.portal;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads an OpenAPI document (3.1) into what a page shows. What is not known here is shown under its own name. */
final class ShownApiReader {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final String SECURITY = "security";
    private final JsonNode document;
    private final OpenApiParts parts;

    ShownApiReader(JsonNode document, References references) {
        this.document = document;
        this.parts = new OpenApiParts(references);
    }

    ShownApi read() {
        JsonNode info = document.path("info");
        List<String> problems = Json.list(document.path("x-problems"), JsonNode::asText);
        return new ShownApi(
                info.path("title").asText(),
                Prose.of(info.path("summary").asText())
                        .and(Prose.of(info.path("description").asText())),
                problems,
                head(info),
                operations(),
                groups());
    }

    private List<ShownShape> head(JsonNode info) {
        List<ShownShape> head = new ArrayList<>();
        info.properties().stream()
                .filter(member -> !Set.of("title", "summary", "description").contains(member.getKey()))
                .forEach(member ->
                        head.add(OpenApiParts.plain(member.getKey(), member.getValue(), "/info/" + member.getKey())));
        document.properties().stream()
                .filter(member -> !Set.of("info", "paths", "webhooks", "components", "x-problems")
                        .contains(member.getKey()))
                .forEach(member -> head.add(
                        member.getKey().equals(SECURITY)
                                ? OpenApiParts.securities(member.getValue())
                                : OpenApiParts.plain(member.getKey(), member.getValue(), "/" + member.getKey())));
        return head;
    }

    private List<ShownOperation> operations() {
        List<ShownOperation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> operations("/paths/", path.getKey(), path.getValue(), false, all));
        document.path("webhooks")
                .properties()
                .forEach(hook -> operations("/webhooks/", hook.getKey(), hook.getValue(), true, all));
        return all;
    }

    private void operations(String under, String path, JsonNode item, boolean sent, List<ShownOperation> all) {
        String at = under + SchemaReader.escaped(path);
        item.properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> all.add(
                        operation(path, member.getKey(), item, member.getValue(), at + "/" + member.getKey(), sent)));
    }

    private ShownOperation operation(
            String path, String method, JsonNode item, JsonNode operation, String at, boolean sent) {
        List<ShownShape> parameters = new ArrayList<>();
        for (JsonNode parameter : item.path("parameters")) {
            parameters.add(parts.parameter(parameter, at + "/shared/" + parameters.size()));
        }
        for (JsonNode parameter : operation.path("parameters")) {
            parameters.add(parts.parameter(parameter, at + "/parameters/" + parameters.size()));
        }
        List<ShownRule> rules = new ArrayList<>();
        item.properties().stream()
                .filter(member ->
                        !METHODS.contains(member.getKey()) && !member.getKey().equals("parameters"))
                .forEach(member -> rules.add(ShownRule.of(member.getKey(), member.getValue())));
        operation.properties().stream()
                .filter(member -> !Set.of(
                                "operationId", "summary", "description", "parameters", "requestBody", "responses")
                        .contains(member.getKey()))
                .forEach(member -> rules.add(
                        member.getKey().equals(SECURITY)
                                ? OpenApiParts.security(member.getValue())
                                : ShownRule.of(member.getKey(), member.getValue())));
        List<ShownAnswer> answers = operation.path("responses").properties().stream()
                .map(answer -> parts.answer(answer.getKey(), answer.getValue(), at + "/responses/" + answer.getKey()))
                .toList();
        return new ShownOperation(
                References.id(at),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("operationId").asText(),
                Prose.of(operation.path("summary").asText())
                        .and(Prose.of(operation.path("description").asText())),
                rules,
                parameters,
                operation.has("requestBody")
                        ? parts.answer("", operation.path("requestBody"), at + "/requestBody")
                        : null,
                answers,
                sent);
    }

    private List<ShownApi.Group> groups() {
        List<ShownApi.Group> groups = new ArrayList<>();
        document.path("components").properties().forEach(kind -> {
            List<ShownShape> shapes = new ArrayList<>();
            List<ShownAnswer> answers = new ArrayList<>();
            kind.getValue().properties().forEach(one -> {
                String at = "/components/" + kind.getKey() + "/" + SchemaReader.escaped(one.getKey());
                switch (kind.getKey()) {
                    case "schemas" -> shapes.add(parts.schema(one.getKey(), one.getValue(), at));
                    case "parameters" -> shapes.add(parts.parameter(one.getValue(), at));
                    case "headers" -> shapes.add(parts.header(one.getKey(), one.getValue(), at));
                    case "responses", "requestBodies" -> answers.add(parts.answer(one.getKey(), one.getValue(), at));
                    default -> shapes.add(parts.named(one.getKey(), one.getValue(), at));
                }
            });
            groups.add(new ShownApi.Group(kind.getKey(), shapes, answers));
        });
        return groups;
    }

    /**
     * An OpenAPI contract as a reader sees it.
     *
     * @param problems codes that its callers can be told
     * @param head its version, servers, and all that is said of the whole
     * @param groups of what its operations refer to
     */
    private record ShownApi(
            String title,
            Prose prose,
            List<String> problems,
            List<ShownShape> head,
            List<ShownOperation> operations,
            List<Group> groups) {
        /** @param kind as OpenAPI calls it: {@code schemas}, {@code responses} */
        record Group(String kind, List<ShownShape> shapes, List<ShownAnswer> answers) {}
    }
}
