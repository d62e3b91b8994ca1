package az.dost.vahid.pages.web;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Connections whose browsers have to do something: send a head or a body, or read an answer. Each has its time for
 * that, and only so many are waited for at once: with one more, the one that was waited for longest is hung up on. So
 * slow ones push out each other, and nobody who does his part at once.
 */
final class Patience {
    private final int most;
    private final Scheduler clock;
    private final Map<EndPoint, Scheduler.Task> waited = new LinkedHashMap<>();

    /** @param most connections */
    Patience(int most, Scheduler clock) {
        this.most = most;
        this.clock = clock;
    }

    /** @param longest milliseconds from now; what was waited for at this connection before is not any more */
    void begin(EndPoint browser, int longest) {
        EndPoint eldest = null;
        synchronized (waited) {
            end(browser);
            waited.put(browser, clock.schedule(() -> hangUp(browser), longest, TimeUnit.MILLISECONDS));
            if (waited.size() > most) {
                Iterator<EndPoint> all = waited.keySet().iterator();
                eldest = all.next();
                end(eldest);
            }
        }
        if (eldest != null) {
            eldest.close();
        }
    }

    /** It has done its part, or has gone. */
    void end(EndPoint browser) {
        synchronized (waited) {
            Scheduler.Task over = waited.remove(browser);
            if (over != null) {
                over.cancel();
            }
        }
    }

    private void hangUp(EndPoint browser) {
        end(browser);
        browser.close();
    }
}
