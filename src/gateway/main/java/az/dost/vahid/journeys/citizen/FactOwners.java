package az.dost.vahid.journeys.citizen;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.sources.combine.Combiner;
import java.util.List;

/** Which agency a fact is to be corrected at. */
final class FactOwners {
    private final Catalogue connectors;
    private final Combiner combiner;

    FactOwners(Catalogue connectors, Combiner combiner) {
        this.connectors = connectors;
        this.combiner = combiner;
    }

    /**
     * The named source, or else the one that is believed first where registers disagree.
     *
     * @param source null for the latter
     * @throws ProblemException FIELD_INVALID when nobody gives the fact, or the source does not
     */
    String of(String fact, String source) {
        List<String> sources = connectors.connectors().stream()
                .filter(connector -> connector.facts().contains(fact))
                .map(Connector::id)
                .toList();
        if (sources.isEmpty()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "fact", "No register holds a fact of this name.");
        }
        if (source != null && !sources.contains(source)) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "source", "This agency does not hold the fact.");
        }
        return source != null ? source : combiner.foremost(fact, sources);
    }
}
