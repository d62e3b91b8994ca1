package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Circuit breaker and bulkhead of one agency. Camel's Circuit Breaker EIP holds a thread until the call inside it has
 * ended; Resilience4j's permissions do not.
 */
public final class Admission {
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Pace pace;

    /** @param pace null where the agency is not called, but its files are read */
    public Admission(String agency, int maxConcurrent, Pace pace) {
        this.pace = pace;
        breaker = CircuitBreaker.of(
                agency,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(15)
                        .failureRateThreshold(60)
                        .waitDurationInOpenState(Duration.ofSeconds(5))
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .build());
        bulkhead = Bulkhead.of(
                agency,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(maxConcurrent)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    /** A call that does not wait for its place in the agency's rate. */
    void hurry() {
        if (pace != null) {
            pace.hurry();
        }
    }

    /** @throws AgencyException when the agency must not be called now */
    void enter() {
        if (!bulkhead.tryAcquirePermission()) {
            throw new AgencyException(Verdict.UNAVAILABLE, Reason.BULKHEAD_FULL);
        }
        if (!breaker.tryAcquirePermission()) {
            bulkhead.releasePermission();
            throw new AgencyException(Verdict.UNAVAILABLE, Reason.CIRCUIT_OPEN);
        }
    }

    /**
     * An agency that answers badly, or with an error, is not an agency that does not answer: only the latter opens the
     * breaker.
     *
     * @param silenceMs after how long without an answer an agency is silent; whoever waited for less knows nothing
     */
    void leave(SourceAnswer answer, long silenceMs) {
        bulkhead.onComplete();
        long elapsed = TimeUnit.MILLISECONDS.toNanos(answer.elapsedMs());
        boolean late = answer.verdict() == Verdict.TIMED_OUT;
        if (answer.reason() == Reason.INTERNAL || late && answer.elapsedMs() < silenceMs) {
            // Vahid's own fault tells nothing of the agency, nor does a caller's short deadline.
            breaker.releasePermission();
        } else if (late || answer.reason() == Reason.CONNECTION_FAILED) {
            breaker.onError(elapsed, TimeUnit.NANOSECONDS, new AgencyException(answer.verdict(), answer.reason()));
        } else {
            breaker.onSuccess(elapsed, TimeUnit.NANOSECONDS);
        }
    }

    CircuitBreaker.State state() {
        return breaker.getState();
    }

    /** Calls under way. */
    int inFlight() {
        return bulkhead.getBulkheadConfig().getMaxConcurrentCalls()
                - bulkhead.getMetrics().getAvailableConcurrentCalls();
    }
}
