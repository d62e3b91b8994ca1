package az.dost.vahid.combine;

import az.dost.vahid.agency.SourceAnswer;
import az.dost.vahid.connector.Connector;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the silence of agencies means of one person. A register of what happens in the country says nothing of a foreigner by having
 * no record, and nothing by what its record lacks: the marriage, or the death, may stand in a register abroad.
 *
 * @param meaningless ids of agencies whose silence about this person means nothing
 */
public record Silence(Set<String> meaningless) {
    private static final String OWN_CITIZENSHIP = "AZE";

    public Silence {
        meaningless = Set.copyOf(meaningless);
    }

    /**
     * Of somebody whose citizenship is not known silence counts: fewer err by taking a person for a citizen than for a foreigner.
     *
     * @param answers one for each connector of the plan
     */
    public static Silence of(Collection<Connector> plan, List<SourceAnswer> answers) {
        return new Silence(citizen(plan, answers).orElse(true) ? Set.of() : plan.stream()
                .filter(connector -> connector.absence() == Connector.Absence.CONCLUSIVE_FOR_CITIZENS).map(Connector::id).collect(Collectors.toSet()));
    }

    /** Whether the person is a citizen of Azerbaijan, by the registers that hold identities; empty when they do not say. */
    public static Optional<Boolean> citizen(Collection<Connector> plan, List<SourceAnswer> answers) {
        return registersOfIdentity(plan, answers).stream().map(answer -> answer.facts().path("identity").path("citizenship"))
                .filter(JsonNode::isTextual).findFirst().map(citizenship -> OWN_CITIZENSHIP.equals(citizenship.textValue()));
    }

    /** Answers of those agencies that hold identities, not only confirm them. */
    public static List<SourceAnswer> registersOfIdentity(Collection<Connector> plan, List<SourceAnswer> answers) {
        return plan.stream().filter(connector -> connector.facts().contains("identity"))
                .flatMap(connector -> answers.stream().filter(answer -> answer.agency().equals(connector.id()))).toList();
    }

    boolean counts(String agency) {
        return !meaningless.contains(agency);
    }
}
