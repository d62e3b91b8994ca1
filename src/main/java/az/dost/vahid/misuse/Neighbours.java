package az.dost.vahid.misuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Whether a FIN is close to one of those before, for an official or for a whole system: somebody counts. Known in this memory only, and for an hour. */
final class Neighbours {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    /** Several gateways may see only every other one. */
    private static final int CLOSE = 8;
    private final int remembered;
    private final Cache<String, long[]> last = Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofHours(1)).build();

    /** @param remembered FINs before this one: others asked for in between hide nothing */
    Neighbours(int remembered) {
        this.remembered = remembered;
    }

    boolean close(String who, String fin) {
        long number = 0;
        for (int i = 0; i < fin.length(); i++) {
            number = number * ALPHABET.length() + ALPHABET.indexOf(fin.charAt(i));
        }
        // The first place counts them.
        long[] before = last.get(who, any -> new long[remembered + 1]);
        boolean close = false;
        synchronized (before) {
            int filled = (int) Math.min(before[0], remembered);
            for (int i = 1; i <= filled; i++) {
                close |= before[i] != number && Math.abs(before[i] - number) <= CLOSE;
            }
            before[1 + (int) (before[0]++ % remembered)] = number;
        }
        // Written anew, so that it lasts for another hour.
        last.put(who, before);
        return close;
    }
}
