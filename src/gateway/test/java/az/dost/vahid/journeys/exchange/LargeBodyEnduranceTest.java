package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.ChildProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** 200 MB each way through a gateway whose heap is 128 MiB, recorded by their digests. */
@Tag("endurance")
class LargeBodyEnduranceTest {
    private static final long LENGTH = 200_000_000;

    @TempDir
    private Path folder;

    @Test
    void two_hundred_megabytes_pass_both_ways_with_a_heap_of_128_mebibytes() throws Exception {
        TestProvider provider = new TestProvider();
        provider.answer("/base/large", (http, request) -> {
            http.sendResponseHeaders(200, 0);
            new Generated(request.length()).transferTo(http.getResponseBody());
        });
        ExchangeGateway.prepare(folder);
        List<String> settings = ExchangeGateway.settings(folder, provider.address());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                ChildProcess.classPath(),
                ExchangeGateway.class.getName()));
        command.addAll(settings);
        Process gateway = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            int port = port(gateway);
            String id = UUID.randomUUID().toString();
            HttpRequest call = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/r1/" + ExchangeGateway.PROVIDER + "/echo/large"))
                    .timeout(Duration.ofMinutes(4))
                    .header("Authorization", "Bearer desk")
                    .header("X-Road-Client", ExchangeGateway.CONSUMER)
                    .header("X-Road-Id", id)
                    .POST(RunningExchange.chunked(() -> new Generated(LENGTH)))
                    .build();
            HttpResponse<Long> answer = RunningExchange.HTTP.send(
                    call,
                    info -> HttpResponse.BodySubscribers.mapping(HttpResponse.BodySubscribers.ofInputStream(), in -> {
                        try (in) {
                            return in.transferTo(OutputStream.nullOutputStream());
                        } catch (IOException e) {
                            return -1L;
                        }
                    }));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(LENGTH);
            assertThat(provider.received.remove().length()).isEqualTo(LENGTH);
            Map<String, Object> row = record(settings, id);
            assertThat((byte[]) row.get("request_digest")).isEqualTo(Generated.sha512Of(LENGTH));
            assertThat((byte[]) row.get("response_digest")).isEqualTo(Generated.sha512Of(LENGTH));
            assertThat(answer.headers().firstValue("X-Road-Request-Hash")).contains((String) row.get("request_hash"));
        } finally {
            gateway.getOutputStream().close();
            if (!gateway.waitFor(30, TimeUnit.SECONDS)) {
                gateway.destroyForcibly();
            }
        }
    }

    private static Map<String, Object> record(List<String> settings, String id) {
        String url = settings.stream()
                .filter(setting -> setting.startsWith("--spring.datasource.url="))
                .findFirst()
                .orElseThrow();
        return new JdbcTemplate(new DriverManagerDataSource(url.substring(url.indexOf('=') + 1)))
                .queryForMap("select * from exchange where message_id = ?", id);
    }

    private static int port(Process gateway) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(gateway.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("port ")) {
                return Integer.parseInt(line.substring("port ".length()));
            }
        }
        throw new AssertionError("The gateway did not start");
    }
}
