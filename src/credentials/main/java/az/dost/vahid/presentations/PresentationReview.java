package az.dost.vahid.presentations;

import java.time.InstantSource;

/** Forgets what was shown, once its time is over. */
public final class PresentationReview {
    private final Presentations presentations;
    private final InstantSource clock;

    PresentationReview(Presentations presentations, InstantSource clock) {
        this.presentations = presentations;
        this.clock = clock;
    }

    public void forget() {
        presentations.forget(clock.instant());
    }
}
