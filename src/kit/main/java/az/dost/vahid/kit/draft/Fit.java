package az.dost.vahid.kit.draft;

import az.dost.vahid.check.fact.FactField;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Leaf;
import java.util.Optional;

/** Whether a field's values can become those of a canonical field, and by which expression. */
final class Fit {
    /** Empty when the one cannot become the other without a person's decision. */
    static Optional<String> expression(Leaf leaf, FactField field) {
        Field source = leaf.field();
        String access = leaf.access();
        return Optional.ofNullable(
                switch (field.type()) {
                    case "day" ->
                        source.pattern() == null
                                ? null
                                : "date(" + access + ", \"" + source.pattern().replace("\"", "\\\"") + "\")";
                    case "amount" -> money(source, access);
                    case "count", "year", "integer" ->
                        source.example().matches("\\d{1,9}") ? "integer(" + access + ")" : null;
                    case "fraction" -> source.example().matches("\\d+/\\d+") ? "fraction(" + access + ")" : null;
                    case "area" -> source.kind() == Kind.NUMBER ? "string(" + access + ")" : null;
                    case "boolean" ->
                        source.kind() == Kind.BOOLEAN
                                ? "code({\"true\": true, \"false\": false}, " + access + ")"
                                : null;
                    case "enum" ->
                        !source.values().isEmpty() && field.values().containsAll(source.values()) ? access : null;
                    case "object", "array", "photo" -> null;
                    case "text" ->
                        source.kind() == Kind.NUMBER || source.kind() == Kind.TEXT
                                ? source.kind() == Kind.NUMBER ? "string(" + access + ")" : access
                                : null;
                    default -> source.kind() == Kind.TEXT || source.kind() == Kind.NUMBER ? access : null;
                });
    }

    /** Whether the kinds agree, so that a proposal makes sense even where a code list must be written by hand. */
    static boolean plausible(Leaf leaf, FactField field) {
        Kind kind = leaf.field().kind();
        return field.type().equals("enum")
                ? kind == Kind.TEXT || kind == Kind.NUMBER
                : field.type().equals("boolean")
                        ? kind == Kind.BOOLEAN || kind == Kind.TEXT
                        : expression(leaf, field).isPresent();
    }

    private static String money(Field source, String access) {
        String example = source.example();
        String form = example.matches("\\d+(\\.\\d{1,2})?")
                ? "1234.50"
                : example.matches("\\d+,\\d{1,2}")
                        ? "1234,50"
                        : example.matches("\\d{1,3}(\\.\\d{3})+,\\d{2}")
                                ? "1.234,50"
                                : example.matches("\\d{1,3}(,\\d{3})+\\.\\d{2}") ? "1,234.50" : null;
        return form == null ? null : "money(" + access + ", \"" + form + "\")";
    }

    private Fit() {}
}
