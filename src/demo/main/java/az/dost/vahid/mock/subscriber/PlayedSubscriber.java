package az.dost.vahid.mock.subscriber;

import az.dost.vahid.json.Json;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * A subscriber's webhook, {@code POST /subscriber/events}, that is out of order when the demonstration starts: it
 * refuses the first events as often as they are tried, and takes what is sent again.
 */
@Component
final class PlayedSubscriber {
    private static final int EVENTS = 3;
    private static final int TRIES = 5;
    private static final int TAKEN = 204;
    private static final int AWAY = 503;
    /** How often each of the first events was tried. */
    private final Map<String, Integer> tried = new ConcurrentHashMap<>();

    PlayedSubscriber(MockServer server) {
        server.rest(
                "subscriber", delivery -> Reply.of(refuses(delivery.body()) ? AWAY : TAKEN, "text/plain", new byte[0]));
    }

    private synchronized boolean refuses(byte[] event) throws IOException {
        String id = Json.mapper().readTree(event).path("id").asText();
        if (tried.size() == EVENTS && !tried.containsKey(id)) {
            return false;
        }
        return tried.merge(id, 1, Integer::sum) <= TRIES;
    }
}
