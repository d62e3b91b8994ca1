package az.dost.vahid.credentials;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.EventTypes;
import az.dost.vahid.json.Json;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.problem.StartException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The credentials of a folder: each is a passport of one paper, with what is shown of it. */
final class CredentialTypes {
    private static final String PURPOSE = "credential:";
    private final Map<String, CredentialType> types = new TreeMap<>();

    private CredentialTypes() {}

    /** None at all. */
    static CredentialTypes none() {
        return new CredentialTypes();
    }

    /**
     * Those of a folder.
     *
     * @param folder with its scheme, {@code file:} or {@code classpath:}
     * @param events that may end one
     * @throws az.dost.vahid.definition.DefinitionException with every error of every file
     * @throws StartException naming a claim or an event that there is not
     */
    static CredentialTypes of(
            ResourcePatternResolver resources,
            String folder,
            CanonicalFacts facts,
            Collection<Connector> connectors,
            EventTypes events) {
        List<Resource> files = new DefinitionFolder(resources, folder).files();
        PassportCatalogue read = new PassportCatalogue(
                files.toArray(Resource[]::new), DefinitionReader.of("credential"), facts, connectors);
        CredentialTypes all = new CredentialTypes();
        for (Passport passport : read.all()) {
            all.types.put(passport.code(), type(passport, read.description(passport.code()), facts, events));
        }
        return all;
    }

    private static CredentialType type(
            Passport passport, ObjectNode description, CanonicalFacts facts, EventTypes events) {
        Passport.PaperDocument paper = passport.documents().get(0);
        Set<String> fields =
                passport.fields().getOrDefault(paper.fact(), facts.fields().getOrDefault(paper.fact(), Set.of()));
        List<CredentialType.Claim> claims = Json.list(
                description.path("claims"), claim -> Json.mapper().convertValue(claim, CredentialType.Claim.class));
        List<String> endedBy = Json.list(description.path("endedBy"), JsonNode::textValue);
        claims.stream()
                .map(CredentialType.Claim::field)
                .filter(field -> !fields.contains(field) || somebody(facts, paper.fact(), field))
                .findFirst()
                .ifPresent(field -> {
                    throw wrong(
                            passport,
                            "no claim can be made of " + field + ": it is no field of " + paper.fact()
                                    + " that is asked for, or somebody's number");
                });
        endedBy.stream()
                .filter(event -> !events.names().contains(event))
                .findFirst()
                .ifPresent(event -> {
                    throw wrong(passport, "no event is called " + event);
                });
        return new CredentialType(passport.code(), purpose(passport), paper, claims, Set.copyOf(endedBy));
    }

    /** Whether a field has a personal number. */
    private static boolean somebody(CanonicalFacts facts, String fact, String field) {
        return facts.field(facts.record(fact, null), field)
                .path("pattern")
                .equals(facts.schemas().at("/fin/pattern"));
    }

    private static StartException wrong(Passport passport, String what) {
        return new StartException("The credential " + passport.code() + ": " + what + ". Correct its file");
    }

    private static Passport purpose(Passport passport) {
        return new Passport(
                PURPOSE + passport.code(),
                passport.family(),
                passport.title(),
                passport.legalBasis(),
                passport.illustrative(),
                passport.facts(),
                passport.fields(),
                passport.documents());
    }

    Optional<CredentialType> find(String code) {
        return Optional.ofNullable(types.get(code));
    }

    Collection<CredentialType> all() {
        return types.values();
    }

    /** Codes of those that an event of this type ends. */
    List<String> endedBy(String event) {
        return types.values().stream()
                .filter(type -> type.endedBy().contains(event))
                .map(CredentialType::code)
                .toList();
    }
}
