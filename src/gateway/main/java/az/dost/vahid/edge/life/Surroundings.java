package az.dost.vahid.edge.life;

import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;

/** What a gateway needs outside, as this one sees it. */
public final class Surroundings {
    private final Outside database;
    private final Outside broker;

    Surroundings(@Qualifier("database") Outside database, @Qualifier("broker") Outside broker) {
        this.database = database;
        this.broker = broker;
    }

    /**
     * One of them.
     *
     * @param there whether it answers
     * @param since when, by this machine's clock; the start where it never changed
     */
    public record Seen(boolean there, Instant since) {
        private static Seen of(Outside outside) {
            return new Seen(outside.there(), outside.since());
        }
    }

    public Seen database() {
        return Seen.of(database);
    }

    public Seen broker() {
        return Seen.of(broker);
    }
}
