package az.dost.vahid.passport;

import az.dost.vahid.agency.SourceAnswer;
import az.dost.vahid.combine.SubjectState;
import az.dost.vahid.connector.Connector;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a lookup has found out, as far as papers depend on it.
 *
 * @param today   ISO 8601, in Azerbaijan
 * @param answers one for each connector of the plan
 */
public record Gathered(SubjectState state, String today, Collection<Connector> plan, List<SourceAnswer> answers) {
    private static final String OWN_CITIZENSHIP = "AZE";

    /** Empty when the plan has no such agency. */
    Optional<SourceAnswer> answer(String agency) {
        return answers.stream().filter(answer -> answer.agency().equals(agency)).findFirst();
    }

    Connector.Absence absence(String agency) {
        return plan.stream().filter(connector -> connector.id().equals(agency)).findFirst().orElseThrow().absence();
    }

    /** Another agency that gave a fact, null for none. */
    String otherSource(String fact, String part, String agency) {
        return answers.stream().filter(answer -> !answer.agency().equals(agency) && answer.facts().has(fact))
                .filter(answer -> part == null || answer.facts().get(fact).has(part)).map(SourceAnswer::agency).findFirst().orElse(null);
    }

    /** Whether the person is a citizen of Azerbaijan, by the registers of identity; empty when they do not say. */
    Optional<Boolean> citizen() {
        return registersOfIdentity().stream().map(answer -> answer.facts().path("identity").path("citizenship")).filter(JsonNode::isTextual)
                .findFirst().map(citizenship -> OWN_CITIZENSHIP.equals(citizenship.textValue()));
    }

    /** Answers of those agencies that hold identities, not only confirm them. */
    List<SourceAnswer> registersOfIdentity() {
        return plan.stream().filter(connector -> connector.facts().contains("identity")).map(connector -> answer(connector.id()))
                .flatMap(Optional::stream).collect(Collectors.toList());
    }
}
