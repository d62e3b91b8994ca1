package az.dost.vahid.rights;

import az.dost.vahid.rights.Type.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What conditions read in a dossier as it is shown: the value, with whoever said it, or why it is not known. */
final class FactSources {
    private final DossierFacts facts;
    private final Vocabulary vocabulary;

    FactSources(DossierFacts facts, Vocabulary vocabulary) {
        this.facts = facts;
        this.vocabulary = vocabulary;
    }

    /** What a condition reads there. @param place such as {@code family.children.birthDate} */
    FactRead at(String place) {
        String[] parts = place.split("[.]", 3);
        if (parts[0].equals(RightVersion.WANTED)) {
            return new FactRead(place, null, null, null, null, Unknown.NO_REGISTER);
        }
        String fact = parts[0];
        JsonNode provenance = facts.provenance(fact);
        JsonNode origin = parts.length > 1 && provenance.path("fields").has(parts[1])
                ? provenance.path("fields").path(parts[1])
                : provenance;
        Unknown why = facts.unknown(fact);
        if (why == null && parts.length > 1) {
            why = facts.unknown(fact + "." + parts[1]);
        }
        Type type = vocabulary.facts().get(fact);
        JsonNode value = shown(facts.said(fact), parts, 1, type);
        if (origin.isMissingNode()) {
            return nobody(place, fact, why, type);
        }
        return new FactRead(
                place,
                why == null ? value : null,
                origin.path("source").textValue(),
                origin.path("asOf").textValue(),
                origin.path("evidence").textValue(),
                why == null && value == null && !personal(type, parts) ? Unknown.NOT_SAID : why);
    }

    /** The register that says there is none, or that did not say it. */
    private FactRead nobody(String place, String fact, Unknown why, Type type) {
        JsonNode row = facts.row(vocabulary.registers(fact).get(0));
        return new FactRead(
                place,
                why != null
                        ? null
                        : type.is(Kind.LIST)
                                ? JsonNodeFactory.instance.numberNode(0)
                                : JsonNodeFactory.instance.booleanNode(false),
                row.path("agency").textValue(),
                row.path("asOf").textValue(),
                row.path("evidence").path(0).path("id").textValue(),
                why);
    }

    private static boolean personal(Type type, String[] parts) {
        Type at = type;
        for (int i = 1; i < parts.length; i++) {
            at = at.is(Kind.LIST)
                    ? at.element().fields().get(parts[i])
                    : at.fields().get(parts[i]);
        }
        return at.is(Kind.FIN);
    }

    /** Null where there is none, and for a personal number. */
    private JsonNode shown(JsonNode value, String[] parts, int next, Type type) {
        if (type.is(Kind.LIST) && next < parts.length) {
            var each = JsonNodeFactory.instance.arrayNode();
            for (JsonNode one : value) {
                JsonNode of = shown(one, parts, next, type.element());
                if (of != null) {
                    each.add(of);
                }
            }
            return each.isEmpty() ? null : each;
        }
        if (next < parts.length) {
            return shown(value.path(parts[next]), parts, next + 1, type.fields().get(parts[next]));
        }
        return switch (type.kind()) {
            case LIST -> JsonNodeFactory.instance.numberNode(value.size());
            case RECORD -> JsonNodeFactory.instance.booleanNode(!value.isMissingNode());
            case FIN -> null;
            default -> leaf(value, parts, type);
        };
    }

    /** A day that never comes is shown as null. */
    private JsonNode leaf(JsonNode value, String[] parts, Type type) {
        if (!value.isMissingNode()) {
            return value;
        }
        boolean never = type.endless() && facts.askedFor(parts[0], parts[1]);
        return never ? JsonNodeFactory.instance.nullNode() : null;
    }
}
