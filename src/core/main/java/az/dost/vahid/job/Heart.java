package az.dost.vahid.job;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process cannot be without. When it has stopped the process is told to be broken, so that nobody is sent to it,
 * and ends: whoever starts processes starts another one.
 */
public final class Heart {
    /** As sysexits has it for a fault within the software. */
    public static final int EXIT_CODE = 70;

    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Consumer<String> end;

    /** @param end told the name of what has stopped, once, in its thread */
    public Heart(Consumer<String> end) {
        this.end = end;
    }

    /** Where the process does not end by itself: it is a line in the log. */
    public static Heart logged() {
        return new Heart(name -> {});
    }

    /** @param cause null when nothing is known of it */
    public void stopped(String name, Throwable cause) {
        if (stopped.compareAndSet(false, true)) {
            LOG.error(
                    "{} has stopped, and nothing goes on without it: this process ends{}",
                    name,
                    cause == null ? "" : ". " + Cause.told(cause));
            end.accept(name);
        }
    }

    public boolean beats() {
        return !stopped.get();
    }
}
