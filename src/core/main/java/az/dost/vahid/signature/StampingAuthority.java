package az.dost.vahid.signature;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a time-stamp authority (RFC 3161, section 3.4) while somebody waits: within a time, and after a failure not
 * again for another, so that one that is slow or away costs each waiting lookup little and all together next to
 * nothing.
 */
public final class StampingAuthority {
    private static final Logger LOG = LoggerFactory.getLogger(StampingAuthority.class);
    private static final int LONGEST = 64 * 1024;
    private static final int OK = 200;
    private final URI address;
    private final Path certificate;
    private final Duration patience;
    private final CircuitBreaker breaker;
    private final HttpClient client;

    /**
     * @param address of the authority, blank when there is none
     * @param certificate its certificate, PEM; read for each stamp, as it may be renewed
     * @param patience how long a stamp is waited for, from the first byte sent to the last one received
     * @param pause how long nothing is asked after a failure
     */
    public StampingAuthority(String address, Path certificate, Duration patience, Duration pause) {
        this.address = address.isBlank() ? null : URI.create(address);
        this.certificate = certificate;
        this.patience = patience;
        this.breaker = CircuitBreaker.of(
                "time-stamps",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(1)
                        .minimumNumberOfCalls(1)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(pause)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        this.client = this.address == null
                ? null
                : HttpClient.newBuilder()
                        .connectTimeout(patience)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    /**
     * A stamp over a SHA-256 digest, DER; empty when there is no authority, or none that answers in time and with a
     * stamp of its own.
     */
    public Optional<byte[]> stamp(byte[] digest) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(breaker.executeCallable(() -> {
                byte[] request = TimeStamps.request(digest);
                return TimeStamps.of(certificate).token(request, answer(request));
            }));
        } catch (CallNotPermittedException e) {
            return Optional.empty();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            LOG.warn(
                    "The time-stamp authority gave no stamp for a container ({}); it is not asked again for {}",
                    e.getClass().getSimpleName(),
                    Duration.ofMillis(breaker.getCircuitBreakerConfig()
                            .getWaitIntervalFunctionInOpenState()
                            .apply(1)));
            return Optional.empty();
        }
    }

    private byte[] answer(byte[] request)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Answer answer = new Answer();
        CompletableFuture<HttpResponse<Void>> asked = client.sendAsync(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", TimeStamps.REQUEST_TYPE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(answer::add)));
        try {
            if (asked.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode() != OK) {
                throw new IOException("The time-stamp authority's status is not 200");
            }
            return answer.bytes.toByteArray();
        } finally {
            asked.cancel(true);
        }
    }

    /** Keeps no more than any stamp has; the rest is read, and makes the answer invalid. */
    private static final class Answer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void add(byte[] part) {
            bytes.write(part, 0, Math.min(part.length, LONGEST - bytes.size()));
        }
    }
}
