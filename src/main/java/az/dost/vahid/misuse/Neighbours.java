package az.dost.vahid.misuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Whether an official's FIN is close to the one before: somebody counts. Known in this memory only, and for an hour. */
final class Neighbours {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    /** Several gateways may see only every other one. */
    private static final int CLOSE = 8;
    private final Cache<String, Long> last = Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofHours(1)).build();

    boolean close(String who, String fin) {
        long number = 0;
        for (int i = 0; i < fin.length(); i++) {
            number = number * ALPHABET.length() + ALPHABET.indexOf(fin.charAt(i));
        }
        Long before = last.getIfPresent(who);
        last.put(who, number);
        return before != null && before != number && Math.abs(before - number) <= CLOSE;
    }
}
