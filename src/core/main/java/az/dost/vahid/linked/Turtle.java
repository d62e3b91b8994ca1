package az.dost.vahid.linked;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A graph as Turtle (RDF 1.1 Turtle). */
final class Turtle {
    private Turtle() {}

    static String of(Graph graph) {
        Set<String> labels = new TreeSet<>();
        List<String> blocks = new ArrayList<>();
        graph.things().forEach(thing -> blocks.add(block(thing, labels)));
        StringBuilder text = new StringBuilder();
        for (Prefix prefix : Prefix.values()) {
            if (labels.contains(prefix.label())) {
                text.append("@prefix %s: <%s> .\n".formatted(prefix.label(), prefix.namespace()));
            }
        }
        blocks.forEach(block -> text.append('\n').append(block));
        return text.toString();
    }

    private static String block(Graph.Thing thing, Set<String> labels) {
        List<String> lines = new ArrayList<>();
        if (!thing.classes().isEmpty()) {
            lines.add("a "
                    + thing.classes().stream().map(name -> named(name, labels)).collect(Collectors.joining(", ")));
        }
        thing.said()
                .forEach((property, terms) -> lines.add(named(property, labels) + " "
                        + terms.stream().map(term -> term(term, labels)).collect(Collectors.joining(", "))));
        return "<" + thing.address() + "> " + String.join(" ;\n    ", lines) + " .\n";
    }

    private static String named(String name, Set<String> labels) {
        labels.add(name.substring(0, name.indexOf(':')));
        return name;
    }

    private static String term(Term term, Set<String> labels) {
        if (term instanceof Term.Link link) {
            return "<" + link.address() + ">";
        }
        Term.Literal literal = (Term.Literal) term;
        String quoted = '"' + escaped(literal.text()) + '"';
        if (literal.language() != null) {
            return quoted + "@" + literal.language();
        }
        return literal.type() == null ? quoted : quoted + "^^" + named(literal.type(), labels);
    }

    /** By section 6.4: what ends a text, and what cannot be seen. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.chars().forEach(sign -> {
            if (sign == '"' || sign == '\\') {
                escaped.append('\\').append((char) sign);
            } else if (sign < ' ') {
                escaped.append("\\u%04X".formatted(sign));
            } else {
                escaped.append((char) sign);
            }
        });
        return escaped.toString();
    }
}
