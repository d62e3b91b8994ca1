package az.dost.vahid.kit.draft;

import az.dost.vahid.check.fact.FactField;
import az.dost.vahid.kit.draft.field.Leaf;
import az.dost.vahid.logging.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The draft of a mapping: what is sure as JSLT, what is likely as comments, every field of the agency in a list. */
final class MappingText {
    private static final int VALUES = 20;
    private final List<Leaf> leaves;
    private final Roles roles;
    private final List<FactChoice> likely;
    private final FactSearch search;

    MappingText(List<Leaf> leaves, Roles roles, List<FactChoice> likely, FactSearch search) {
        this.leaves = leaves;
        this.roles = roles;
        this.likely = likely;
        this.search = search;
    }

    /** @param requestId whether the answer's request id is to be given out */
    String of(String title, List<FactChoice> sure, boolean file, boolean requestId) {
        StringBuilder text = new StringBuilder("// " + title
                + "\n// Fields of the agency, and where each seems to belong (? where nothing is like it). What is guessed\n"
                + "// stands with its reason in connector.yaml:\n");
        int width =
                leaves.stream().mapToInt(leaf -> leaf.shown().length()).max().orElse(0);
        for (Leaf leaf : leaves) {
            text.append("//   ")
                    .append(leaf.shown())
                    .append(" ".repeat(width - leaf.shown().length()))
                    .append("  ")
                    .append(place(leaf))
                    .append('\n');
        }
        likely.stream()
                .filter(choice -> sure.stream().noneMatch(one -> one.fact().equals(choice.fact())))
                .limit(3)
                .forEach(choice -> text.append("// Perhaps ")
                        .append(choice.fact().name())
                        .append(": still to be decided is ")
                        .append(
                                choice.several() && choice.missing().isEmpty()
                                        ? "which of several it is"
                                        : choice.missing().isEmpty()
                                                ? "whether it is that at all"
                                                : choice.missing().stream()
                                                        .map(MappingText::wanted)
                                                        .collect(Collectors.joining(", ")))
                        .append('\n'));
        if (sure.stream().anyMatch(FactChoice::repeated)
                || roles.subject() != null && roles.subject().repetitions() > 0) {
            text.append(
                    "\ndef list(one-or-more)\n  if (is-array($one-or-more)) $one-or-more else if ($one-or-more) [$one-or-more] else []\n");
        }
        List<String> members = new ArrayList<>();
        members.add("  \"subject\": " + (roles.subject() == null ? "null" : subject()));
        if (requestId) {
            members.add("  \"requestId\": " + roles.requestId().access());
        }
        if (!file && roles.asOf() != null) {
            members.add("  \"asOf\": instant(" + roles.asOf().access() + ", \""
                    + roles.asOf().field().pattern() + "\")");
        }
        members.add("  \"facts\": {"
                + sure.stream()
                        .map(MappingText::fact)
                        .collect(Collectors.joining(",", "", sure.isEmpty() ? "" : "\n  "))
                + "}");
        return text.append("\n{\n")
                .append(String.join(",\n", members))
                .append("\n}\n")
                .toString();
    }

    private String subject() {
        Leaf leaf = roles.subject();
        return leaf.repetitions() == 0
                ? leaf.access()
                : "list(" + Leaf.access(leaf.container()) + ")[0]"
                        + (leaf.access().equals(".") ? "" : leaf.access());
    }

    private String place(Leaf leaf) {
        Roles.Taken role = roles.of(leaf);
        if (role != null) {
            return role.is() + mark(role);
        }
        List<String> places = new ArrayList<>();
        likely.forEach(choice -> choice.fields().forEach((field, one) -> {
            if (one.equals(leaf) && places.size() < 3) {
                places.add(choice.fact().name() + "." + field.name() + mark(search.taken(choice, field)));
            }
        }));
        List<String> all = leaf.field().values();
        String values = all.isEmpty()
                ? ""
                : " (" + PlainText.of(String.join(", ", all.subList(0, Math.min(VALUES, all.size()))))
                        + (all.size() > VALUES ? ", ..." : "") + ")";
        return (places.isEmpty() ? "?" : String.join(", ", places)) + values;
    }

    private static String mark(Roles.Taken taken) {
        return taken.known() ? " (known)" : " (guessed)";
    }

    private static String wanted(FactField field) {
        return field.name()
                + (field.values().isEmpty() ? "" : " (code list to " + String.join(", ", field.values()) + ")");
    }

    private static String fact(FactChoice choice) {
        boolean list = choice.fact().list();
        String within = list ? "      " : "    ";
        String record = choice.fields().entrySet().stream()
                .map(entry -> within + "  \"" + entry.getKey().name() + "\": "
                        + Fit.expression(entry.getValue(), entry.getKey()).orElseThrow())
                .collect(Collectors.joining(",\n", "{\n", "\n" + within + "}"));
        String value = !list
                ? record
                : !choice.repeated()
                        ? "[" + record + "]"
                        : "[for (list(" + Leaf.access(choice.container()) + ")) " + record + "]";
        return "\n    \"" + choice.fact().name() + "\": " + value;
    }
}
