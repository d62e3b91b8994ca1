package az.dost.vahid.spdci;

import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Whom a search is about: one person, named by an identifier. People are not looked for by what they are. */
final class Subject {
    private static final String BY_IDENTIFIER = "idtype-value";
    private static final String QUERY_TYPE = "query_type";
    private static final String QUERY = "query";
    private static final String TYPE = "type";
    private static final String VALUE = "value";
    private static final String EQUAL = "eq";

    /**
     * The FIN as it is written, whatever its form.
     *
     * @throws ProblemException FIELD_INVALID for a search by anything else
     */
    static String fin(Search search, Registry registry, Operation operation) {
        JsonNode query = search.criteria().path(QUERY);
        if (operation != Operation.SEARCH && !query.has(TYPE)) {
            return equal(query, registry);
        }
        return identified(search.criteria().path(QUERY_TYPE), query, registry);
    }

    /**
     * The same of an identifier's type and value.
     *
     * @param by how somebody is looked for; missing where nothing says it
     */
    static String identified(JsonNode by, JsonNode query, Registry registry) {
        if (!by.asText(BY_IDENTIFIER).equals(BY_IDENTIFIER)) {
            throw Fields.invalid(
                    QUERY_TYPE,
                    "It must be " + BY_IDENTIFIER
                            + ": a person is looked up by an identifier, and nobody is looked for by what he is.");
        }
        if (!registry.identifiers().contains(Registry.bare(query.path(TYPE).asText("")))) {
            throw Fields.invalid("query.type", "It must be one of " + String.join(", ", registry.identifiers()) + ".");
        }
        return text(query.path(VALUE), "query.value");
    }

    /** {@code {"member.member_identifier": {"eq": "..."}}}, as the standard's example has it. */
    private static String equal(JsonNode query, Registry registry) {
        if (query.size() == 1) {
            Map.Entry<String, JsonNode> only = query.properties().iterator().next();
            if (registry.attributes().contains(only.getKey())
                    && only.getValue().isObject()
                    && only.getValue().size() == 1
                    && only.getValue().has(EQUAL)) {
                return text(only.getValue().path(EQUAL), QUERY);
            }
        }
        throw Fields.invalid(
                QUERY,
                "It must name one person: an identifier's type and value, or "
                        + String.join(", ", registry.attributes())
                        + " equal to a value. Nobody is looked for by what he is.");
    }

    private static String text(JsonNode value, String field) {
        if (!value.isTextual()) {
            throw Fields.invalid(field, "It must be a text.");
        }
        return value.textValue();
    }

    private Subject() {}
}
