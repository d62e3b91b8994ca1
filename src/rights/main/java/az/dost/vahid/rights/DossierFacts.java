package az.dost.vahid.rights;

import az.dost.vahid.connector.Connector.Absence;
import az.dost.vahid.json.Json;
import az.dost.vahid.rights.Type.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a dossier says, as conditions read it. What was not asked, was not heard, is stale, could not be believed or is
 * in conflict is not known, and is never taken for a no; that there is no record is known only by the word of every
 * register of the fact whose word says so.
 */
final class DossierFacts {
    /** A longer list is not gone through, and is not known. */
    static final int LONGEST_LIST = 500;

    private static final String CITIZENSHIP = "AZE";
    private final JsonNode dossier;
    private final Vocabulary vocabulary;
    /** By fact, the fields that were asked, an empty set for all; empty for a service that nobody knows. */
    private final Optional<Map<String, Set<String>>> asked;

    private final Set<String> wanted = new HashSet<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Object> ready = new HashMap<>();
    /** Of a fact as a whole, or of one of its fields ({@code family.children}). */
    private final Map<String, Unknown> unknown = new HashMap<>();

    /** @param dossier as {@code contracts/dossier.schema.json} has it */
    DossierFacts(JsonNode dossier, Vocabulary vocabulary) {
        this(
                dossier,
                vocabulary,
                Set.copyOf(Json.list(
                        dossier.path("documents"), paper -> paper.path("fact").asText())));
    }

    /** @param facts that its service was asked for, which may be some of those that it needs */
    DossierFacts(JsonNode dossier, Vocabulary vocabulary, Set<String> facts) {
        this(dossier, vocabulary, vocabulary.asked(dossier.path("service").asText()), facts);
    }

    /**
     * Those of a dossier that was made for a right itself.
     *
     * @param asked as {@link Right#asks} has it
     */
    DossierFacts(JsonNode dossier, Vocabulary vocabulary, Map<String, Set<String>> asked) {
        this(dossier, vocabulary, Optional.of(asked), asked.keySet());
    }

    private DossierFacts(
            JsonNode dossier, Vocabulary vocabulary, Optional<Map<String, Set<String>>> asked, Set<String> facts) {
        this.dossier = dossier;
        this.vocabulary = vocabulary;
        this.asked = asked;
        wanted.addAll(facts);
        // First: whether no record says something of a foreigner depends on it.
        values.put("identity", value("identity"));
        vocabulary.facts().keySet().forEach(fact -> values.computeIfAbsent(fact, this::value));
        values.forEach((fact, value) -> ready.put(fact, Expression.ready(value)));
    }

    /** By the names of facts, as {@link Expression#value} takes them. */
    Map<String, Object> values() {
        return ready;
    }

    /** A fact or null, as {@link Expression#value} takes it. */
    Object fact(String fact) {
        return values.get(fact);
    }

    /** Why a fact as a whole, or one of its fields ({@code family.children}), is not known; null for no reason. */
    Unknown unknown(String place) {
        return unknown.get(place);
    }

    /** A fact as the dossier has it; missing where it has none. */
    JsonNode said(String fact) {
        return dossier.path("facts").path(fact).path("value");
    }

    /** What a condition reads at a place, with whoever said it. */
    FactRead read(String place) {
        return new FactSources(this, vocabulary).at(place);
    }

    /**
     * A field of a fact that is one record.
     *
     * @param place such as {@code identity.birthDate}
     * @return null where it is not known, or there is no such record
     */
    Object known(String place) {
        String[] parts = place.split("[.]");
        return values.get(parts[0]) instanceof Map<?, ?> record ? record.get(parts[1]) : null;
    }

    private Object value(String fact) {
        Unknown why = dossier.path("facts").has(fact) ? disputed(fact) : absent(fact);
        if (why != null) {
            unknown.put(fact, why);
            return null;
        }
        Type type = vocabulary.facts().get(fact);
        JsonNode known = said(fact);
        if (known.isMissingNode()) {
            return type.is(Kind.LIST) ? List.of() : none(type);
        }
        if (type.is(Kind.LIST)) {
            return list(fact, known, type.element(), "/" + fact);
        }
        Map<String, Object> fields = record(fact, null, known, type);
        type.fields().forEach((field, of) -> {
            String place = fact + "." + field;
            Unknown doubt = doubt(fact, field);
            if (of.is(Kind.LIST)) {
                fields.put(field, part(fact, field, known.path(field), of.element()));
            }
            if (doubt != null) {
                unknown.put(place, doubt);
                fields.put(field, null);
            }
        });
        fields.put(Vocabulary.RECORDED, true);
        return fields;
    }

    /** Where there is no record, there is none of its lists either. */
    private static Map<String, Object> none(Type type) {
        Map<String, Object> none = new HashMap<>();
        type.fields().forEach((field, of) -> none.put(field, of.is(Kind.LIST) ? List.of() : null));
        none.put(Vocabulary.RECORDED, false);
        return none;
    }

    /** A list within a record: without it the register has none. */
    private Object part(String fact, String field, JsonNode list, Type element) {
        boolean mentioned = unmappable("/" + fact + "/" + field);
        if (!list.isMissingNode()) {
            return list(fact, list, element, "/" + fact + "/" + field);
        }
        String source = provenance(fact).path("source").asText();
        boolean none = !mentioned
                && askedFor(fact, field)
                && vocabulary.registers(fact).equals(List.of(source))
                && conclusive(source);
        if (!none) {
            unknown.put(fact + "." + field, mentioned ? Unknown.UNMAPPABLE : Unknown.NOT_SAID);
        }
        return none ? List.of() : null;
    }

    private Object list(String fact, JsonNode known, Type element, String place) {
        if (known.size() > LONGEST_LIST) {
            unknown.put(place.substring(1).replace('/', '.'), Unknown.UNMAPPABLE);
            return null;
        }
        List<Object> list = new ArrayList<>();
        for (JsonNode one : known) {
            Object value = element.is(Kind.RECORD) ? record(fact, part(place), one, element) : scalar(one, element);
            if (value instanceof Map<?, ?> && place.lastIndexOf('/') == 0) {
                element.fields().keySet().stream()
                        .filter(field -> doubt(fact, field) != null)
                        .forEach(field -> {
                            unknown.put(fact + "." + field, doubt(fact, field));
                            fields(value).put(field, null);
                        });
            }
            list.add(value);
        }
        if (unmappable(place)) {
            // At least one record was lost, and may be any.
            list.add(element.is(Kind.RECORD) ? new HashMap<String, Object>() : null);
        }
        return list;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object record) {
        return (Map<String, Object>) record;
    }

    /** The field of a fact that has a list, {@code children} of {@code /family/children}; null for the fact itself. */
    private static String part(String place) {
        String[] parts = place.split("/", 3);
        return parts.length > 2 ? parts[2] : null;
    }

    /** @param part the field that a list of such records stands in: whoever asks for it asks for all of them */
    private Map<String, Object> record(String fact, String part, JsonNode known, Type type) {
        Map<String, Object> fields = new HashMap<>();
        type.fields().forEach((field, of) -> {
            if (known.has(field)) {
                fields.put(
                        field,
                        of.is(Kind.RECORD)
                                ? record(fact, part == null ? field : part, known.path(field), of)
                                : scalar(known.path(field), of));
            } else if (of.endless() && askedFor(fact, part == null ? field : part)) {
                fields.put(field, Samples.NEVER);
            }
        });
        return fields;
    }

    private static Object scalar(JsonNode value, Type type) {
        return switch (type.kind()) {
            case DAY -> RightReader.day(value);
            case NUMBER -> value.isTextual() ? new BigDecimal(value.textValue()) : value.decimalValue();
            case BOOLEAN -> value.booleanValue();
            case TEXT, CODE, FIN -> value.textValue();
            default -> null;
        };
    }

    /** Fields that a service leaves out are absent, and that says nothing. */
    boolean askedFor(String fact, String field) {
        return asked.map(facts -> facts.get(fact))
                .map(fields -> fields.isEmpty() || fields.contains(field))
                .orElse(false);
    }

    /** Who said a fact. */
    JsonNode provenance(String fact) {
        return dossier.path("facts").path(fact).path("provenance");
    }

    private Unknown disputed(String fact) {
        for (JsonNode conflict : dossier.path("conflicts")) {
            boolean whole = !vocabulary
                    .fieldsOf(fact)
                    .containsKey(conflict.path("field").asText());
            boolean silence = conflict.path("values").valueStream().anyMatch(value -> !value.has("value"));
            if (conflict.path("fact").asText().equals(fact) && (whole || silence)) {
                return Unknown.CONFLICT;
            }
        }
        return provenance(fact).path("stale").booleanValue() ? Unknown.STALE : null;
    }

    private Unknown doubt(String fact, String field) {
        for (JsonNode conflict : dossier.path("conflicts")) {
            if (conflict.path("fact").asText().equals(fact)
                    && conflict.path("field").asText().equals(field)) {
                return Unknown.CONFLICT;
            }
        }
        return provenance(fact).path("fields").path(field).path("stale").booleanValue() ? Unknown.STALE : null;
    }

    private boolean unmappable(String place) {
        for (JsonNode source : dossier.path("sources")) {
            for (JsonNode lost : source.path("unmappable")) {
                String path = lost.path("path").asText();
                if (path.equals(place) || path.startsWith(place + "/")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Why it is not known that there is no record; null where that is known. */
    private Unknown absent(String fact) {
        if (!wanted.contains(fact)) {
            return Unknown.NOT_ASKED;
        }
        for (String register : vocabulary.registers(fact)) {
            String verdict = row(register).path("verdict").asText();
            Unknown why = switch (verdict) {
                case "" -> Unknown.NOT_ASKED;
                case "ANSWERED", "NO_RECORD" -> conclusive(register) ? null : Unknown.NOT_SAID;
                case "STALE" -> Unknown.STALE;
                default -> Unknown.SILENT;
            };
            if (why != null) {
                return why;
            }
        }
        return unmappable("/" + fact) ? Unknown.UNMAPPABLE : null;
    }

    private boolean conclusive(String register) {
        Absence absence = vocabulary.absence(register);
        return absence == Absence.CONCLUSIVE || absence == Absence.CONCLUSIVE_FOR_CITIZENS && citizen();
    }

    private boolean citizen() {
        return values.get("identity") instanceof Map<?, ?> identity && CITIZENSHIP.equals(identity.get("citizenship"));
    }

    /** The row of an agency among the sources; missing where it was not asked. */
    JsonNode row(String agency) {
        for (JsonNode source : dossier.path("sources")) {
            if (source.path("agency").asText().equals(agency)) {
                return source;
            }
        }
        return MissingNode.getInstance();
    }
}
