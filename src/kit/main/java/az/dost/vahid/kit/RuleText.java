package az.dost.vahid.kit;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules of plausibility in words: when what stands there is not believed. */
final class RuleText {
    /** What a bound is called of which the value must not be beyond. */
    private static final Map<String, String> BEYOND =
            Map.of("latest", "after ", "earliest", "before ", "atMost", "over ", "atLeast", "under ");

    /**
     * Of a definition's own rules, and whether a value that breaks one costs more than itself; empty when it has none.
     */
    static String of(JsonNode definition) {
        List<String> texts = new ArrayList<>();
        for (JsonNode rule : definition.path("x-plausible")) {
            texts.add("`" + rule.path("rule").asText() + "`: " + when(rule));
        }
        if (definition.has("x-absenceMeans")) {
            texts.add("a bad one costs its record, which would read: "
                    + definition.path("x-absenceMeans").asText());
        }
        return String.join("; ", texts);
    }

    private static String when(JsonNode rule) {
        if (rule.has("order")) {
            return name(rule, "order", 1) + " before " + name(rule, "order", 0);
        } else if (rule.has("counts")) {
            return "more " + name(rule, "counts", 1) + " than " + name(rule, "counts", 0);
        } else if (rule.has("oneOf")) {
            return name(rule, "fields", 0) + ", " + name(rule, "fields", 1) + " none of "
                    + rule.path("oneOf").toString().replace("\"", "");
        }
        if (rule.has("unique")) {
            return "two records with the same "
                    + String.join(" or ", Json.list(rule.path("unique"), field -> "`" + field.asText() + "`"));
        } else if (rule.has("distinct")) {
            return "the same `" + rule.path("by").asText() + "` in " + name(rule, "distinct", 0) + " and "
                    + name(rule, "distinct", 1);
        } else if (rule.has("current")) {
            return "`" + rule.path("current").asText() + "` not the present one where " + where(rule);
        } else if (rule.has("not")) {
            return "the " + rule.path("not").asText() + "'s own";
        }
        List<String> beyond = new ArrayList<>();
        rule.properties().forEach(member -> {
            if (BEYOND.containsKey(member.getKey())) {
                beyond.add(BEYOND.get(member.getKey())
                        + member.getValue()
                                .asText()
                                .replace('-', member.getValue().asText().endsWith("year") ? ' ' : '-'));
            }
        });
        return String.join(" or ", beyond);
    }

    private static String where(JsonNode rule) {
        List<String> texts = new ArrayList<>();
        rule.path("where")
                .properties()
                .forEach(field -> texts.add("`" + field.getKey() + "` is "
                        + String.join(" or ", Json.list(field.getValue(), JsonNode::asText))));
        return String.join(" and ", texts);
    }

    private static String name(JsonNode rule, String list, int at) {
        return "`" + rule.path(list).path(at).asText() + "`";
    }

    private RuleText() {}
}
