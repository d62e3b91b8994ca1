package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.passport.Passport.PaperDocument;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Every paper that a service asks for: which register replaces it, or could. */
final class PapersJson {
    private final Catalogue connectors;

    PapersJson(Catalogue connectors) {
        this.connectors = connectors;
    }

    private record Asked(PaperDocument paper, ArrayNode services) {}

    /** @param replacement of those that are wanted, null for all */
    ObjectNode of(List<CatalogueService> services, String replacement) {
        TreeMap<String, Asked> papers = new TreeMap<>();
        services.forEach(service -> service.papers()
                .forEach(paper -> papers.computeIfAbsent(
                                paper.id(), id -> new Asked(paper, JsonNodeFactory.instance.arrayNode()))
                        .services()
                        .add(service.code())));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = body.putArray("papers");
        papers.values().stream()
                .filter(asked -> replacement == null
                        || PaperReplacement.of(asked.paper()).name().equals(replacement))
                .sorted(Comparator.comparing(
                                (Asked asked) -> PaperReplacement.of(asked.paper()) == PaperReplacement.REPLACED)
                        .thenComparing(asked -> -asked.services().size())
                        .thenComparing(asked -> asked.paper().id()))
                .forEach(asked -> rows.add(row(asked)));
        return body;
    }

    private ObjectNode row(Asked asked) {
        ObjectNode row = ServiceJson.found(ServiceJson.named(asked.paper()), asked.paper());
        ArrayNode agencies = row.putArray("agencies");
        if (asked.paper().fact() != null) {
            connectors.sourcesOf(Set.of(asked.paper().fact())).stream()
                    .map(Connector::id)
                    .forEach(agencies::add);
        }
        row.set("services", asked.services());
        return row;
    }
}
