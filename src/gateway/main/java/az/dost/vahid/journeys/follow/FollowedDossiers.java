package az.dost.vahid.journeys.follow;

import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.journeys.lookup.OpenDossier;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Has dossiers followed for a face that tells its requester of the end itself. */
public final class FollowedDossiers {
    private final FollowUps followUps;
    private final BackgroundLookups lookups;
    private final Clock clock;

    /** @param clock the database's, by which a follow-up ends */
    FollowedDossiers(FollowUps followUps, BackgroundLookups lookups, Clock clock) {
        this.followUps = followUps;
        this.lookups = lookups;
        this.clock = clock;
    }

    /**
     * Has the silent sources of a dossier asked again, unless that is done already.
     *
     * @return false where no source can be asked again
     */
    public boolean begin(UUID dossier, String requester, Duration within) {
        if (followUps.find(dossier, requester).isPresent()) {
            return true;
        }
        if (lookups.find(dossier, requester).agencies().isEmpty()) {
            return false;
        }
        followUps.begin(
                dossier,
                requester,
                FollowUp.NO_CHANNEL,
                clock.instant().plus(within).truncatedTo(ChronoUnit.SECONDS));
        return true;
    }

    /** The dossier that completes it best, once that is the end; empty while sources are still asked. */
    public Optional<OpenDossier> ended(UUID dossier, String requester) {
        return followUps
                .find(dossier, requester)
                .filter(one -> one.state() != FollowUp.State.WAITING)
                .map(one -> lookups.find(one.latest(), requester));
    }
}
