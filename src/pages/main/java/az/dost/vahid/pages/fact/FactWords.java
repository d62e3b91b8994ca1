package az.dost.vahid.pages.fact;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import az.dost.vahid.wordbook.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Puts a fact into words. All of it is text: a register may have written anything. */
public final class FactWords {
    private static final String KIND = "facts";
    private static final String PHOTO = "photo";
    private static final String AZERBAIJANI = "az";
    private final Shapes shapes;
    private final Wording w;

    public FactWords(Shapes shapes, Wording w) {
        this.shapes = shapes;
        this.w = w;
    }

    public Fact fact(String name, JsonNode known) {
        JsonNode provenance = known.path("provenance");
        return new Fact(
                w.of(KIND, name),
                block("", name, known.path("value"), shapes.fact(name), provenance.path("fields")),
                w.agency(provenance.path("source").asText()),
                w.moment(provenance.path("asOf").asText()),
                provenance.path("stale").asBoolean());
    }

    /** A value of a field alone, as disagreements have it. */
    public String value(String fact, String field, JsonNode value) {
        JsonNode shape = Shapes.within(shapes.fact(fact)).path("properties").path(field);
        return value.isContainerNode()
                ? rows(block("", fact + "." + field, value, shape, null))
                : text(fact + "." + field, value, shape);
    }

    /** All that a source says of a fact. */
    public String record(String fact, JsonNode value) {
        return rows(block("", fact, value, shapes.fact(fact), null));
    }

    private static String rows(Block block) {
        StringBuilder all = new StringBuilder();
        block.rows()
                .forEach(row -> all.append(all.isEmpty() ? "" : "; ")
                        .append(row.label())
                        .append(": ")
                        .append(row.text()));
        block.blocks().forEach(inner -> all.append(all.isEmpty() ? "" : " | ").append(rows(inner)));
        return all.toString();
    }

    private Block block(String title, String key, JsonNode value, JsonNode shape, JsonNode fields) {
        List<Block.Row> rows = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode entry : value) {
                blocks.add(block("", key, entry, Shapes.within(shape), fields));
            }
        } else if (value.isObject()) {
            value.properties().forEach(field -> {
                String inner = key + "." + field.getKey();
                JsonNode its = shape.path("properties").path(field.getKey());
                if (field.getKey().equals(PHOTO)) {
                    // Shown as a picture, and not as its letters.
                    return;
                }
                if (field.getValue().isObject()
                        || field.getValue().isArray()
                                && field.getValue().path(0).isContainerNode()) {
                    blocks.add(block(w.of(KIND, inner), inner, field.getValue(), its, null));
                } else {
                    rows.add(new Block.Row(
                            w.of(KIND, inner),
                            text(inner, field.getValue(), its),
                            from(fields, field.getKey()),
                            lang(field.getValue(), its)));
                }
            });
            absent(key, value, shape, rows);
        } else {
            rows.add(new Block.Row("", text(key, value, shape), "", lang(value, shape)));
        }
        return new Block(title, rows, blocks);
    }

    /** A field whose absence means something: a pension without a last day is paid without an end. */
    private void absent(String key, JsonNode value, JsonNode shape, List<Block.Row> rows) {
        shape.path("properties").properties().forEach(field -> {
            String means = field.getValue().path("x-absenceMeans").asText();
            String word = means.isEmpty() || value.has(field.getKey()) ? null : w.orNull("values", "absence." + means);
            if (word != null) {
                rows.add(new Block.Row(w.of(KIND, key + "." + field.getKey()), word, "", null));
            }
        });
    }

    /** Registers write Azerbaijani; codes, days and amounts are in words of the page. */
    private String lang(JsonNode value, JsonNode shape) {
        JsonNode one = value.isArray() ? value.path(0) : value;
        boolean written = one.isTextual()
                && Shapes.kind(value.isArray() ? Shapes.within(shape) : shape).isEmpty();
        return written && w.language() != Language.AZ ? AZERBAIJANI : null;
    }

    private String from(JsonNode fields, String field) {
        String agency = fields == null ? "" : fields.path(field).path("source").asText();
        return agency.isEmpty() ? "" : w.agency(agency);
    }

    private String text(String key, JsonNode value, JsonNode shape) {
        if (value.isArray()) {
            List<String> texts = Json.list(value, one -> text(key, one, Shapes.within(shape)));
            return String.join(", ", texts);
        }
        if (value.isBoolean()) {
            return w.of("values", "boolean." + value.asText());
        }
        String text = value.asText();
        return switch (Shapes.kind(shape)) {
            case "enum" -> w.of(KIND, key + "." + text);
            case "day" -> w.day(text);
            case "instant" -> w.moment(text);
            case "amount" -> w.money(text);
            default -> text;
        };
    }
}
