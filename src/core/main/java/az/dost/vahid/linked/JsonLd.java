package az.dost.vahid.linked;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/** A graph as JSON-LD 1.1 in its flattened form, with its context in it, so that nobody need fetch one. */
final class JsonLd {
    private JsonLd() {}

    static ObjectNode of(Graph graph) {
        Set<String> labels = new TreeSet<>();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode context = json.putObject("@context");
        ArrayNode nodes = json.putArray("@graph");
        graph.things().forEach(thing -> node(thing, nodes.addObject(), labels));
        for (Prefix prefix : Prefix.values()) {
            if (labels.contains(prefix.label())) {
                context.put(prefix.label(), prefix.namespace());
            }
        }
        return json;
    }

    private static void node(Graph.Thing thing, ObjectNode node, Set<String> labels) {
        node.put("@id", thing.address());
        if (!thing.classes().isEmpty()) {
            ArrayNode types = node.putArray("@type");
            thing.classes().forEach(name -> types.add(named(name, labels)));
        }
        thing.said().forEach((property, terms) -> {
            ArrayNode values = node.putArray(named(property, labels));
            terms.forEach(term -> value(term, values.addObject(), labels));
        });
    }

    private static void value(Term term, ObjectNode value, Set<String> labels) {
        if (term instanceof Term.Link link) {
            value.put("@id", link.address());
            return;
        }
        Term.Literal literal = (Term.Literal) term;
        value.put("@value", literal.text());
        if (literal.language() != null) {
            value.put("@language", literal.language());
        } else if (literal.type() != null) {
            value.put("@type", named(literal.type(), labels));
        }
    }

    private static String named(String name, Set<String> labels) {
        labels.add(name.substring(0, name.indexOf(':')));
        return name;
    }
}
