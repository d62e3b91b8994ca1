package az.dost.vahid.journeys.misuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Whether a FIN is close to one of those before, for an official or for a whole system: somebody counts. It learns of
 * other gateways' lookups as of its own, and remembers them for an hour.
 */
final class Neighbours {
    static final Duration REMEMBERED = Duration.ofHours(1);
    /** Numbers kept of each: two fields and whose FIN it was. */
    private static final int KEPT = 3;

    private final int remembered;
    private final Cache<String, long[]> last = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    /** @param remembered FINs before this one: others asked for in between hide nothing */
    Neighbours(int remembered) {
        this.remembered = remembered;
    }

    boolean close(String who, Sighting seen) {
        Vicinity near = seen.near();
        long person = seen.person().hashCode();
        // The first place counts them.
        long[] before = last.get(who, any -> new long[1 + KEPT * remembered]);
        boolean close = false;
        synchronized (before) {
            int filled = (int) Math.min(before[0], remembered);
            for (int at = 1; at < 1 + KEPT * filled; at += KEPT) {
                close |= before[at + 2] != person && near.shares(before[at], before[at + 1]);
            }
            int next = 1 + KEPT * (int) (before[0]++ % remembered);
            before[next] = near.one();
            before[next + 1] = near.other();
            before[next + 2] = person;
        }
        // Written anew, so that it lasts for another hour.
        last.put(who, before);
        return close;
    }
}
