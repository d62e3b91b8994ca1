package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody guesses tokens from the address at which others log in, as behind a balancer or at the pages. */
@Tag("attack")
class StrangersTest {
    private static final String ME = "/v1/officials/me";
    private static final int FRESH = 30;

    /** One that the issuer did not sign. */
    private static HttpResponse<byte[]> forged(String token) {
        return Gateway.send(
                "GET",
                ME,
                null,
                Map.of("Authorization", "Bearer " + token.substring(0, token.length() - 8) + "AAAAAAAA"));
    }

    @Test
    void a_fresh_token_is_taken_while_a_stranger_guesses() {
        Person clerk = new Person("a.mammadova");
        String token = clerk.token();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger waits = new AtomicInteger();
        CompletableFuture<Void> stranger = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                if (forged(token).statusCode() == 429) {
                    waits.incrementAndGet();
                }
            }
        });
        try {
            for (int i = 0; i < FRESH; i++) {
                int before = waits.get();
                org.awaitility.Awaitility.await().until(() -> waits.get() > before);
                assertThat(clerk.get(ME).statusCode()).as("token " + i).isEqualTo(200);
            }
        } finally {
            over.set(true);
            stranger.join();
        }
    }
}
