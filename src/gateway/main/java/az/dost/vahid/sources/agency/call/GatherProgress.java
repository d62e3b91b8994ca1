package az.dost.vahid.sources.agency.call;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;

/**
 * How far the agencies of a lookup are, for whoever waits for it. Only a lookup under an idempotency key has one:
 * nobody could ask for any other.
 */
public final class GatherProgress {
    private static final String PROPERTY = "vahid.progress";
    private final AtomicInteger done = new AtomicInteger();
    private volatile int planned;

    /** From here on whatever is done in this exchange, and in those of its branches, is counted. */
    public void attach(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    static void done(Exchange exchange) {
        if (exchange.getProperty(PROPERTY) instanceof GatherProgress progress) {
            progress.done.incrementAndGet();
        }
    }

    public void plan(int agencies) {
        planned = agencies;
    }

    /** Agencies to be asked; 0 as long as nobody knows. */
    public int planned() {
        return planned;
    }

    /**
     * Agencies that have answered, or of which it is known that they will not. Those that are watched beside a lookup
     * count for none.
     */
    public int done() {
        return Math.min(done.get(), planned);
    }
}
