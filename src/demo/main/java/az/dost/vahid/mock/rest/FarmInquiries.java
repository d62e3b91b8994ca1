package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.RestEndpoint.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Questions that the farm register has accepted; the oldest is forgotten when there are too many. */
final class FarmInquiries {
    private static final Duration PREPARATION = Duration.ofMillis(100);
    private final Map<String, Inquiry> accepted;

    FarmInquiries(int capacity) {
        accepted = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Inquiry> eldest) {
                return size() > capacity;
            }
        };
    }

    /** @param question kept because the answer is signed for it and not for the call that fetches it */
    record Inquiry(String fin, Request question, Instant readyAt) {
        boolean ready(Instant now) {
            return !now.isBefore(readyAt);
        }
    }

    /** Returns the id under which the answer can be fetched; it says nothing about the person. */
    synchronized String accept(String fin, Request question, Instant now) {
        String id = UUID.randomUUID().toString();
        accepted.put(id, new Inquiry(fin, question, now.plus(PREPARATION)));
        return id;
    }

    synchronized Optional<Inquiry> find(String id) {
        return Optional.ofNullable(accepted.get(id));
    }
}
