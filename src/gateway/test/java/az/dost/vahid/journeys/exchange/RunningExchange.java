package az.dost.vahid.journeys.exchange;

import az.dost.vahid.process.PackageServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** One gateway for calls between members in this JVM, and one provider, for all tests of the package. */
final class RunningExchange implements AutoCloseable {
    private static final PackageServer<RunningExchange> ONE =
            new PackageServer<>(RunningExchange.class, RunningExchange::new);
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final Path folder;
    final TestProvider provider = new TestProvider();
    final RawProvider raw = new RawProvider();
    final ConfigurableApplicationContext context;

    private RunningExchange() {
        try {
            folder = Files.createTempDirectory("exchange-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ExchangeGateway.prepare(folder);
        try {
            ExchangeGateway.service(
                    folder, "raw", "rest", "raw", "consumers: [{client: " + ExchangeGateway.CONSUMER + "}]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context = ExchangeGateway.run(
                ExchangeGateway.settings(folder, provider.address(), "--vahid.endpoints.raw=" + raw.address())
                        .toArray(String[]::new));
    }

    static RunningExchange get() {
        return ONE.get();
    }

    JdbcTemplate database() {
        return context.getBean(JdbcTemplate.class);
    }

    URI address(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    /** A call of the desk's own that is right in every way, to the service that echoes. */
    HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(address("/r1/" + ExchangeGateway.PROVIDER + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer desk")
                .header("X-Road-Client", ExchangeGateway.CONSUMER);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request.build(), BodyHandlers.ofString());
    }

    static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A body whose length is not stated. */
    static HttpRequest.BodyPublisher chunked(Supplier<InputStream> body) {
        return BodyPublishers.ofInputStream(body);
    }

    /** The record of an exchange by its client's id. */
    Map<String, Object> record(String messageId) {
        return database().queryForMap("select * from exchange where message_id = ?", messageId);
    }

    @Override
    public void close() {
        context.close();
    }
}
