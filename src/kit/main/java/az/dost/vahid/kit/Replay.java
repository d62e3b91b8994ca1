package az.dost.vahid.kit;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.check.BoundedMapping;
import az.dost.vahid.check.Difference;
import az.dost.vahid.check.Sample;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What agencies once answered, mapped again by the version that read it and by another. */
final class Replay {
    private final Function<KeptEvidence, Optional<ConnectorFolder>> first;
    private final Function<KeptEvidence, Optional<ConnectorFolder>> newest;

    /**
     * One agency's answer.
     *
     * @param version of the connector that read it, null when that is not known
     * @param changed whether the newest version is another one
     * @param note why it was not mapped again, null when it was
     * @param differences between what the two versions make of it
     */
    record Row(String agency, String version, boolean changed, String note, List<Difference> differences) {}

    /**
     * @param first finds the version that read a piece of evidence
     * @param newest finds the connector that would read it now
     */
    Replay(
            Function<KeptEvidence, Optional<ConnectorFolder>> first,
            Function<KeptEvidence, Optional<ConnectorFolder>> newest) {
        this.first = first;
        this.newest = newest;
    }

    /** In the order of the agencies' ids. */
    List<Row> rows(List<KeptEvidence> evidence) {
        return evidence.stream()
                .collect(Collectors.groupingBy(KeptEvidence::agency, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(this::row)
                .toList();
    }

    private Row row(Map.Entry<String, List<KeptEvidence>> agency) {
        KeptEvidence piece = agency.getValue().get(0);
        String version = piece.evidence().version();
        Optional<ConnectorFolder> then = first.apply(piece);
        Optional<ConnectorFolder> now = newest.apply(piece);
        String note = version == null
                ? "the record does not say which version read it"
                : then.isEmpty()
                        ? "the version that read it is not kept"
                        : now.isEmpty()
                                ? "there is no such connector any more"
                                : then.get().connector().call() == null
                                        ? "a file drop's evidence is a place in an archived file"
                                        : null;
        if (note != null) {
            return new Row(agency.getKey(), version, false, note, List.of());
        }
        List<Evidence> replies =
                agency.getValue().stream().map(KeptEvidence::evidence).toList();
        boolean changed = !now.get().version().equals(version);
        try {
            JsonNode before = mapped(then.get(), replies);
            return new Row(
                    agency.getKey(), version, changed, null, Difference.between(before, mapped(now.get(), replies)));
        } catch (MappingException | ProofException | IllegalArgumentException e) {
            return new Row(agency.getKey(), version, changed, "it cannot be mapped: " + e.getMessage(), List.of());
        }
    }

    private static JsonNode mapped(ConnectorFolder folder, List<Evidence> replies) {
        Connector connector = folder.connector();
        return new BoundedMapping(folder.mapping())
                .apply(Sample.whole(
                        replies.stream()
                                .map(reply -> Sample.tree(reply.bytes(), connector))
                                .toList(),
                        connector));
    }
}
