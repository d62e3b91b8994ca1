package az.dost.vahid.pages.catalogue;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How many services there are, and how many of them are known here.
 *
 * @param published what was said of their number, the newest first
 * @param statuses how many have each
 */
record CatalogueCounts(
        List<PublishedNumber> published,
        int listed,
        int described,
        int notPublished,
        List<StatusCount> statuses,
        List<FamilyCount> families) {
    /** @param of which services. @param all whether of all of them */
    record PublishedNumber(String services, String of, boolean all, String dated, String source) {}

    /** @param status as the contract has it */
    record StatusCount(String status, String name, int count) {}

    /** @param family as the contract has it */
    record FamilyCount(
            String family,
            KnownText title,
            int listed,
            int described,
            List<StatusCount> statuses,
            String dated,
            String source) {}

    static CatalogueCounts of(JsonNode json, Wording w) {
        List<PublishedNumber> published = new ArrayList<>();
        json.path("published").forEach(one -> {
            String of = one.path("of").asText("ALL");
            published.add(new PublishedNumber(
                    w.number(one.path("services").asLong()),
                    w.value("catalogue.published.of", of),
                    of.equals("ALL"),
                    w.dated(one.path("dated").asText()),
                    one.path("source").asText()));
        });
        List<FamilyCount> families = Json.list(
                json.path("families"),
                one -> new FamilyCount(
                        one.path("family").asText(),
                        KnownText.of(one.path("title"), w),
                        one.path("listed").asInt(),
                        one.path("described").asInt(),
                        statuses(one, w),
                        w.dated(one.path("dated").asText()),
                        one.path("source").asText()));
        return new CatalogueCounts(
                published,
                json.path("listed").asInt(),
                json.path("described").asInt(),
                json.path("notPublished").asInt(),
                statuses(json, w),
                families);
    }

    private static List<StatusCount> statuses(JsonNode json, Wording w) {
        return w.values(CatalogueSearch.STATUS).stream()
                .map(status -> new StatusCount(
                        status,
                        w.value(CatalogueSearch.STATUS, status),
                        json.path("byStatus").path(status).asInt()))
                .toList();
    }

    /** The newest number of all services; null where none was published. */
    public PublishedNumber getNewest() {
        return published.stream().filter(PublishedNumber::all).findFirst().orElse(null);
    }
}
