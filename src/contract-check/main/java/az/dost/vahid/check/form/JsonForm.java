package az.dost.vahid.check.form;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A document that a JSON Schema describes. @param troubles is told what is wrong with the schema where a document comes
 * to it
 */
record JsonForm(Schema schema, Consumer<String> troubles) implements HeldForm {
    private static final ObjectMapper JSON = Json.mapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int LONGEST = 400;
    private static final Pattern MORE_THAN_ONE = Pattern.compile("[2-9]|[1-9]\\d+");

    @Override
    public List<FormMisfit> misfits(String document) {
        try {
            return misfits(JSON.readTree(document));
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    /** @param document null, and missing, for none */
    List<FormMisfit> misfits(JsonNode document) {
        if (document == null || document.isMissingNode()) {
            return List.of();
        }
        try {
            return nearest(new ArrayList<>(schema.validate(document))).stream()
                    .map(JsonForm::misfit)
                    .distinct()
                    .toList();
        } catch (RuntimeException e) {
            // The library throws what it stumbles over: of many kinds.
            troubles.accept("is not held to: "
                    + (e.getMessage() == null
                            ? e.getClass().getSimpleName()
                            : shortened(e.getMessage().lines().findFirst().orElse(""))));
            return List.of();
        } catch (StackOverflowError e) {
            troubles.accept("is not held to: it nests too deeply");
            return List.of();
        }
    }

    private static FormMisfit misfit(Error message) {
        String where = message.getInstanceLocation().toString();
        JsonNode value = message.getInstanceNode();
        // A document that several alternatives fit is seldom a mistake of whoever wrote it: the contract does not tell
        // them apart.
        boolean several = message.getKeyword().equals("oneOf")
                && message.getArguments() != null
                && message.getArguments().length > 0
                && MORE_THAN_ONE
                        .matcher(String.valueOf(message.getArguments()[0]))
                        .matches();
        // JSON Schema lets a format be a remark (2020-12, validation, section 7.2.1), and times without an offset are
        // called date-time.
        return new FormMisfit(
                0,
                0,
                JsonPointer.compile(where),
                value != null && value.isValueNode() ? value.asText() : null,
                several || message.getKeyword().equals("format"),
                (where.isEmpty() ? "" : where + ": ")
                        + shortened((value != null && value.isValueNode() ? value + " " : "") + message.getMessage()));
    }

    /** Where none of several forms fits, only what is wrong by the one that fits best: the others were not meant. */
    private static List<Error> nearest(List<Error> messages) {
        for (Error choice : List.copyOf(messages)) {
            if (!choice.getKeyword().matches("oneOf|anyOf") || !messages.contains(choice)) {
                continue;
            }
            String schemas = choice.getEvaluationPath() + "/";
            Map<String, List<Error>> branches = new LinkedHashMap<>();
            for (Error message : messages) {
                if (message.getEvaluationPath().toString().startsWith(schemas)
                        && (message.getInstanceLocation() + "/").startsWith(choice.getInstanceLocation() + "/")) {
                    String branch = message.getEvaluationPath()
                            .toString()
                            .substring(schemas.length())
                            .replaceFirst("/.*", "");
                    branches.computeIfAbsent(branch, any -> new ArrayList<>()).add(message);
                }
            }
            int fewest = branches.values().stream().mapToInt(List::size).min().orElse(0);
            boolean kept = false;
            for (List<Error> branch : branches.values()) {
                if (branch.size() > fewest || kept) {
                    messages.removeAll(branch);
                } else {
                    kept = true;
                }
            }
            if (kept) {
                messages.remove(choice);
            }
        }
        return messages;
    }

    private static String shortened(String text) {
        return text == null ? "" : text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
