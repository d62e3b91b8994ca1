package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The whole gateway with traces on: a collector gets a span for a lookup and one for each source, and nothing of the
 * person.
 */
@Tag("endurance")
class TracedLookupsEnduranceTest {
    private static final String FIN = "W1D0W01";

    @Test
    void a_collector_learns_how_lookups_went_and_not_whom_they_were_about() throws IOException {
        Queue<String> got = new ConcurrentLinkedQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            got.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try (RunningVahid gateway = RunningVahid.another(
                "--vahid.traces.otlp=http://localhost:" + collector.getAddress().getPort() + "/v1/traces")) {
            Dossier dossier = gateway.clerk().ask(FIN);
            String id = dossier.json().path("dossierId").asText();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> got.stream().anyMatch(spans -> spans.contains(id)));
            String all = String.join("\n", got);
            assertThat(all).contains("vahid.completeness", "vahid.verdict", "ANSWERED");
            gateway.connectors().forEach(connector -> assertThat(all).contains(connector.id()));
            assertThat(all).doesNotContain(FIN, "test.official", "TEST/1");
        } finally {
            collector.stop(0);
        }
    }
}
