package az.dost.vahid.passport.list;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The catalogue as its file says it.
 *
 * @param published what has been published of the number of services, the newest first
 * @param families families that have been published, in the order of the source
 * @param centres centres that have been published; an empty list where there is none
 */
public record ServiceList(JsonNode published, JsonNode families, JsonNode centres, List<ListedService> services) {
    static ServiceList of(JsonNode content) {
        List<ListedService> services = Json.list(content.path("services"), entry -> ListedService.of(entry));
        return new ServiceList(
                content.path("published"),
                content.path("families"),
                content.has("centres") ? content.path("centres") : JsonNodeFactory.instance.arrayNode(),
                List.copyOf(services));
    }

    public Optional<ListedService> find(String code) {
        return services.stream().filter(service -> service.code().equals(code)).findFirst();
    }

    /** How many services the newest source counts that counts all of them. */
    public int newestNumber() {
        return StreamSupport.stream(published.spliterator(), false)
                .filter(row -> row.path("of").asText().equals("ALL"))
                .findFirst()
                .map(row -> row.path("services").asInt())
                .orElse(0);
    }
}
