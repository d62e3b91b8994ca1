package az.dost.vahid.sources.combine;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.connector.Connector;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the silence of agencies means of one person. A register of what happens in the country says nothing of a
 * foreigner by having no record, and nothing by what its record lacks: the marriage, or the death, may stand in a
 * register abroad.
 *
 * @param meaningless ids of agencies whose silence about this person means nothing
 * @param citizenshipDisputed whether a residence permit that counts today names another citizenship than the identity
 */
public record Silence(Set<String> meaningless, boolean citizenshipDisputed) {
    static final String PERMIT = "residencePermit";
    private static final String OWN_CITIZENSHIP = "AZE";
    /** Of whoever holds a permit: a citizen needs none (Migration Code, article 1). */
    private static final String NOT_TOLD = "";

    public Silence {
        meaningless = Set.copyOf(meaningless);
    }

    /**
     * Of somebody whose citizenship is not known silence counts: fewer err by taking a person for a citizen than for a
     * foreigner.
     *
     * @param answers one for each connector of the plan
     * @param today ISO 8601, in Azerbaijan
     */
    public static Silence of(Collection<Connector> plan, List<SourceAnswer> answers, String today) {
        return new Silence(
                citizen(plan, answers, today).orElse(true)
                        ? Set.of()
                        : plan.stream()
                                .filter(connector -> connector.absence() == Connector.Absence.CONCLUSIVE_FOR_CITIZENS)
                                .map(Connector::id)
                                .collect(Collectors.toSet()),
                citizenships(plan, answers, today).size() > 1);
    }

    /**
     * Whether the person is a citizen of Azerbaijan and of no other country, by those agencies that hold identities,
     * not only confirm them, and by a residence permit that counts today. Of whom they disagree acts may stand in a
     * register abroad, as of a foreigner: whoever was naturalised, or gave up the citizenship, lived under another one.
     * Empty when nobody says.
     */
    public static Optional<Boolean> citizen(Collection<Connector> plan, List<SourceAnswer> answers, String today) {
        List<String> citizenships = citizenships(plan, answers, today);
        return citizenships.isEmpty()
                ? Optional.empty()
                : Optional.of(citizenships.stream().allMatch(OWN_CITIZENSHIP::equals));
    }

    private static List<String> citizenships(Collection<Connector> plan, List<SourceAnswer> answers, String today) {
        Stream<JsonNode> permits = held(PERMIT, plan, answers)
                .filter(JsonNode::isObject)
                .filter(permit -> permit.path("from").asText(today).compareTo(today) <= 0
                        && permit.path("until").asText(today).compareTo(today) >= 0);
        return Stream.concat(
                        held("identity", plan, answers)
                                .map(identity -> identity.path("citizenship"))
                                .filter(JsonNode::isTextual)
                                .map(JsonNode::textValue),
                        permits.map(permit -> permit.path("citizenship").asText(NOT_TOLD)))
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> held(String fact, Collection<Connector> plan, List<SourceAnswer> answers) {
        return plan.stream()
                .filter(connector -> connector.facts().contains(fact))
                .flatMap(connector ->
                        answers.stream().filter(answer -> answer.agency().equals(connector.id())))
                .map(answer -> answer.facts().path(fact));
    }

    boolean counts(String agency) {
        return !meaningless.contains(agency);
    }
}
