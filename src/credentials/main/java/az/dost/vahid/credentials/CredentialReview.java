package az.dost.vahid.credentials;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Ends what an event or a correction ended, and what nobody fetched in time. */
public final class CredentialReview {
    private static final Duration UNISSUED_KEPT = Duration.ofDays(30);
    private static final Duration EXPIRED_KEPT = Duration.ofDays(365);
    private final Credentials credentials;
    private final InstantSource clock;

    CredentialReview(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    public void end() {
        credentials.endCorrected();
        credentials.ending().forEach(one -> {
            String why = credentials.ending(one);
            credentials.step(
                    one,
                    one.state() == Credential.State.ISSUED ? Credential.State.REVOKED : Credential.State.CLOSED,
                    why);
        });
        credentials
                .unfetched(clock.instant())
                .forEach(one -> credentials.step(one, Credential.State.CLOSED, "NOT_FETCHED"));
    }

    /** Those that never were issued for a month, those that are over for a year. */
    public void forget() {
        Instant now = clock.instant();
        credentials.forget(now.minus(UNISSUED_KEPT), now.minus(EXPIRED_KEPT));
    }
}
