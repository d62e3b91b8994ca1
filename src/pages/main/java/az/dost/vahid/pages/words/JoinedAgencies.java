package az.dost.vahid.pages.words;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.wordbook.Word;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Names of agencies that joined while the gateway ran, as it says now: asked at most once a minute. */
final class JoinedAgencies {
    private static final Duration YOUNG = Duration.ofMinutes(1);
    private final Supplier<Gateway> gateway;
    private volatile Map<String, Word> known = Map.of();
    private volatile long next = System.nanoTime();

    JoinedAgencies(Supplier<Gateway> gateway) {
        this.gateway = gateway;
    }

    /** Empty for one that the gateway does not know, or while it does not say. */
    Optional<Word> name(String id) {
        if (System.nanoTime() - next >= 0) {
            next = System.nanoTime() + YOUNG.toNanos();
            known = read();
        }
        return Optional.ofNullable(known.get(id));
    }

    private Map<String, Word> read() {
        Map<String, Word> names = new TreeMap<>();
        try {
            for (JsonNode agency :
                    gateway.get().get("/v1/catalogue/agencies").body().path("agencies")) {
                JsonNode named = agency.path("authority");
                names.put(
                        agency.path("id").asText(),
                        new Word(named.path("az").asText(), named.path("en").asText()));
            }
            return names;
        } catch (RuntimeException nobodyIsLoggedInOrTheGatewayIsAway) {
            // A name is no reason to show no page.
            return known;
        }
    }
}
