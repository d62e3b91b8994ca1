package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.passport.list.ListedService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How many services there are, as far as anybody has said, and what of that this catalogue has. */
final class CountsJson {
    private static final String STATUS = "catalogue.services.status";
    private final Choices choices;

    CountsJson(Choices choices) {
        this.choices = choices;
    }

    ObjectNode of(CatalogueServices services) {
        List<CatalogueService> all = services.all();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("published", services.list().published());
        counts(body, all);
        long published = all.stream()
                .map(CatalogueService::listed)
                .filter(ListedService::published)
                .count();
        body.put("notPublished", Math.max(0, services.list().newestNumber() - published));
        ArrayNode families = body.putArray("families");
        for (JsonNode one : services.list().families()) {
            String family = one.path("family").asText();
            ObjectNode row = families.addObject().put("family", family);
            row.set("title", WordJson.of(choices.word("passport.family", family)));
            row.put("dated", one.path("dated").asText())
                    .put("source", one.path("source").asText());
            counts(
                    row,
                    all.stream()
                            .filter(service -> service.family().equals(family))
                            .toList());
        }
        return body;
    }

    private void counts(ObjectNode into, List<CatalogueService> services) {
        into.put("listed", services.size())
                .put(
                        "described",
                        services.stream()
                                .filter(service -> service.passport() != null)
                                .count());
        ObjectNode byStatus = into.putObject("byStatus");
        choices.of(STATUS)
                .forEach(status -> byStatus.put(
                        status,
                        services.stream()
                                .filter(service -> service.listed().status().equals(status))
                                .count()));
    }
}
