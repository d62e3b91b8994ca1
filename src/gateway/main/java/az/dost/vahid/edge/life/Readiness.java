package az.dost.vahid.edge.life;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;

/**
 * What a balancer, and whoever restarts processes, may know. A gateway is ready from the end of its start, warm, until
 * it is told to stop, while its database is there; a broker that is away is no reason to leave, for lookups need none.
 */
public final class Readiness {
    private final ApplicationAvailability availability;
    private final Outside database;

    Readiness(ApplicationAvailability availability, Outside database) {
        this.availability = availability;
        this.database = database;
    }

    /** Whether the process is as it should be; nothing outside of it counts. */
    public boolean alive() {
        return availability.getLivenessState() != LivenessState.BROKEN;
    }

    public boolean ready() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && database.there();
    }
}
