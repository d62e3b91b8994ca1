package az.dost.vahid.check.rehearse;

import java.util.Map;

/** A played agency that is asked, on the loopback interface. */
public interface PlayedService extends AutoCloseable {
    /** The password, key or other secret that it takes. */
    String SECRET = "played";

    /** Value of the setting {@code vahid.endpoints.<key>}. */
    String endpoint();

    /** @param next share of the answers, from 0 to 1, that have each from now on */
    void faults(Map<PlayedFault, Double> next);

    /** Whether the samples show how the fault would look. */
    default boolean plays(PlayedFault fault) {
        return true;
    }

    /** @param ms how long each answer takes at least from now on */
    void delay(long ms);

    @Override
    void close();
}
