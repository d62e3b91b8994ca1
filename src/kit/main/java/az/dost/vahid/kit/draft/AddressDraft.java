package az.dost.vahid.kit.draft;

import az.dost.vahid.check.api.ApiOperation;
import az.dost.vahid.check.api.ApiParameter;
import az.dost.vahid.check.fact.Words;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Leaf;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The draft of a call's path, query and headers, with placeholders where the gateway fills something in. */
final class AddressDraft {
    private final ApiOperation operation;
    private final boolean asks;
    private final List<ApiParameter> parameters;
    private final Map<ApiParameter, Leaf> leaves = new LinkedHashMap<>();
    private final Roles roles;

    /** @param asks whether a parameter says about whom, and not the body */
    AddressDraft(ApiOperation operation, ApiSchemas schemas, Words words, boolean asks) {
        this.operation = operation;
        this.asks = asks;
        // A key is what a descriptor's auth is for: it never stands there itself.
        this.parameters = operation.parameters().stream()
                .filter(one -> !one.ownHeader() && !one.key())
                .sorted(Comparator.comparing(AddressDraft::place))
                .toList();
        for (ApiParameter parameter : parameters) {
            Field field = schemas.field(parameter.name(), parameter.schema(), parameter.required());
            if (field.kind() != Kind.GROUP) {
                leaves.put(
                        parameter,
                        new Leaf(List.of(parameter.example() == null ? field : field.with(parameter.example()))));
            }
        }
        // What repeats says nothing of one person.
        this.roles = Roles.of(
                words,
                leaves.entrySet().stream()
                        .filter(one -> !one.getKey().repeated()
                                && !one.getValue().field().repeated())
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /** A citizen is looked for in paths first. */
    private static int place(ApiParameter parameter) {
        return List.of("path", "query", "header").indexOf(parameter.in());
    }

    /** The parameters that are sent. */
    Field question() {
        return Field.group(
                "parameters",
                "",
                false,
                true,
                leaves.entrySet().stream()
                        .filter(one -> sent(one.getKey()))
                        .map(one -> one.getValue().field())
                        .toList());
    }

    private boolean sent(ApiParameter parameter) {
        Leaf leaf = leaves.get(parameter);
        return parameter.required()
                || leaf != null && (asks && leaf.equals(roles.subject()) || leaf.equals(roles.requestId()));
    }

    /** What of the address and the headers is sent as it stands. */
    List<Guess> constants() {
        return parameters.stream()
                .filter(this::sent)
                .filter(parameter ->
                        !RequestText.PLACEHOLDER.matcher(value(parameter)).matches())
                .map(parameter -> Guess.constant(
                        "call/" + (parameter.in().equals("header") ? "headers" : parameter.in()) + "/"
                                + parameter.name().replace("~", "~0").replace("/", "~1"),
                        leaves.containsKey(parameter) ? leaves.get(parameter).field() : null,
                        value(parameter)))
                .toList();
    }

    /** @param path that is wanted, null for the contract's own with its parameters filled in */
    void write(Map<String, Object> call, String path) {
        Map<String, Object> query = new LinkedHashMap<>();
        Map<String, Object> headers = new LinkedHashMap<>();
        String filled = operation.path();
        boolean fin = false;
        for (ApiParameter parameter : parameters) {
            if (!sent(parameter)) {
                continue;
            }
            String value = value(parameter);
            if (parameter.in().equals("path")) {
                filled = filled.replace(
                        "{" + parameter.name() + "}",
                        value.startsWith("{")
                                ? value
                                : URLEncoder.encode(value, StandardCharsets.UTF_8)
                                        .replace("+", "%20"));
            } else if (parameter.in().equals("query")) {
                query.put(parameter.name(), parameter.repeated() ? List.of(value) : value);
            } else if (value.equals("{fin}")) {
                call.put("finHeader", parameter.name());
                continue;
            } else {
                headers.put(parameter.name(), value);
            }
            fin |= value.equals("{fin}");
        }
        call.put("path", path == null ? filled : path);
        if (!query.isEmpty()) {
            call.put("query", query);
        }
        if (!headers.isEmpty()) {
            call.put("headers", headers);
        }
        if (fin || path != null && path.contains("{fin}")) {
            call.put("finInAddress", "");
        }
    }

    /** A placeholder, or a value of the parameter's form. */
    private String value(ApiParameter parameter) {
        Leaf leaf = leaves.get(parameter);
        if (leaf == null) {
            return "text";
        }
        return asks && leaf.equals(roles.subject())
                ? "{fin}"
                : leaf.equals(roles.requestId())
                        ? "{requestId}"
                        : leaf.equals(roles.asOf()) ? "{sentAt}" : leaf.field().example();
    }
}
