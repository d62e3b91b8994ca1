package az.dost.vahid.pages.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The parts that operations of an OpenAPI document have. */
final class OpenApiParts {
    private static final String REFERENCE = "$ref";
    private static final String DESCRIPTION = "description";
    private final References references;
    private final SchemaReader schemas;

    OpenApiParts(References references) {
        this.references = references;
        this.schemas = new SchemaReader(references);
    }

    ShownShape schema(String name, JsonNode schema, String at) {
        return schemas.shape(name, schema, at, false);
    }

    /** Of a request; one that is told elsewhere has its name, its place and what it is for here, too. */
    ShownShape parameter(JsonNode parameter, String at) {
        JsonNode told = parameter.has(REFERENCE)
                ? references.find(parameter.path(REFERENCE).asText())
                : parameter;
        return member(
                told.path("name").asText(), parameter, told, at, Set.of("name", "required", DESCRIPTION, "schema"));
    }

    ShownShape header(String name, JsonNode header, String at) {
        return member(
                name,
                header,
                header.has(REFERENCE) ? references.find(header.path(REFERENCE).asText()) : header,
                at,
                Set.of("required", DESCRIPTION, "schema"));
    }

    private ShownShape member(String name, JsonNode written, JsonNode told, String at, Set<String> known) {
        List<ShownRule> rules = told.properties().stream()
                .filter(member -> !known.contains(member.getKey()))
                .map(member -> ShownRule.of(member.getKey(), member.getValue()))
                .toList();
        Prose prose = Prose.of(told.path(DESCRIPTION).asText());
        if (written.has(REFERENCE)) {
            return new ShownShape(
                    References.id(at),
                    name,
                    told.path("required").asBoolean(),
                    "",
                    references.link(written.path(REFERENCE).asText()),
                    prose,
                    rules,
                    List.of());
        }
        // Other places lead to the parameter, and none to its schema alone.
        ShownShape shape = schemas.shape(name, told.path("schema"), at + "/schema", false)
                .with(name, told.path("required").asBoolean(), prose, rules);
        return new ShownShape(
                References.id(at),
                shape.name(),
                shape.required(),
                shape.type(),
                shape.link(),
                shape.prose(),
                shape.rules(),
                shape.parts());
    }

    ShownAnswer answer(String name, JsonNode answer, String at) {
        List<ShownShape> headers = answer.path("headers").properties().stream()
                .map(header -> header(header.getKey(), header.getValue(), at + "/headers/" + header.getKey()))
                .toList();
        List<ShownContent> contents = answer.path("content").properties().stream()
                .map(content -> content(
                        content.getKey(),
                        content.getValue(),
                        at + "/content/" + SchemaReader.escaped(content.getKey())))
                .toList();
        List<ShownRule> rules = answer.properties().stream()
                .filter(member -> !Set.of(REFERENCE, DESCRIPTION, "headers", "content", "required")
                        .contains(member.getKey()))
                .map(member -> ShownRule.of(member.getKey(), member.getValue()))
                .toList();
        return new ShownAnswer(
                References.id(at),
                name,
                answer.path("required").asBoolean(),
                answer.has(REFERENCE) ? references.link(answer.path(REFERENCE).asText()) : null,
                Prose.of(answer.path(DESCRIPTION).asText()),
                headers,
                contents,
                rules);
    }

    private ShownContent content(String type, JsonNode content, String at) {
        List<ShownRule> rules = content.properties().stream()
                .filter(member -> !member.getKey().equals("schema"))
                .map(member -> ShownRule.of(member.getKey(), member.getValue()))
                .toList();
        return new ShownContent(
                type,
                content.has("schema") ? schemas.shape("", content.path("schema"), at + "/schema", false) : null,
                rules);
    }

    /** What stands under a name, with its description in sentences. */
    ShownShape named(String name, JsonNode value, String at) {
        ShownShape plain = plain(name, value, at);
        return value.has(REFERENCE)
                ? new ShownShape(
                        plain.id(),
                        name,
                        false,
                        "",
                        references.link(value.path(REFERENCE).asText()),
                        plain.prose(),
                        List.of(),
                        List.of())
                : plain;
    }

    /** Which tokens open it, one of them is enough; none where the list is empty. */
    static ShownRule security(JsonNode alternatives) {
        List<String> names = new ArrayList<>();
        alternatives.forEach(one -> {
            List<String> together = new ArrayList<>();
            one.fieldNames().forEachRemaining(together::add);
            names.add(String.join(" + ", together));
        });
        return new ShownRule("security", names.isEmpty() ? List.of("[]") : names, false);
    }

    static ShownShape securities(JsonNode alternatives) {
        return new ShownShape("security", "", false, "", null, Prose.NONE, List.of(security(alternatives)), List.of());
    }

    static ShownShape plain(String name, JsonNode value, String at) {
        List<ShownRule> rules = new ArrayList<>();
        List<ShownShape> parts = new ArrayList<>();
        if (value.isArray() && value.path(0).isObject()) {
            for (int i = 0; i < value.size(); i++) {
                parts.add(plain(String.valueOf(i + 1), value.get(i), at + "/" + i));
            }
        } else if (value.isObject()) {
            value.properties().stream()
                    .filter(member -> !member.getKey().equals(DESCRIPTION))
                    .forEach(member -> rules.add(ShownRule.of(member.getKey(), member.getValue())));
        } else {
            rules.add(ShownRule.of("", value));
        }
        return new ShownShape(
                References.id(at),
                name,
                false,
                "",
                null,
                Prose.of(value.path(DESCRIPTION).asText()),
                rules,
                parts);
    }
}
