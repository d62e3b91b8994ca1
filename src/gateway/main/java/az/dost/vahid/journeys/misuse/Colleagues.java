package az.dost.vahid.journeys.misuse;

import az.dost.vahid.edge.access.Official;
import az.dost.vahid.edge.access.Requester;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Which official of a requester a citizen is, if one, as far as the requester's file names their hashes. */
final class Colleagues {
    /** Requesters are read anew as a whole: one is known by being the same object. */
    private final LoadingCache<Requester, Map<String, String>> byPerson =
            Caffeine.newBuilder().weakKeys().build(Colleagues::index);

    private static Map<String, String> index(Requester requester) {
        Map<String, String> index = new HashMap<>();
        requester.officials().forEach((id, official) -> {
            if (official.person() != null) {
                index.put(official.person(), id);
            }
        });
        return index;
    }

    boolean self(Requester requester, String official, String person) {
        return official.equals(byPerson.get(requester).get(person));
    }

    /** Of the same office; of any, where an office is not named. */
    boolean colleague(Requester requester, String official, String person) {
        String other = byPerson.get(requester).get(person);
        if (other == null || other.equals(official)) {
            return false;
        }
        String theirs = requester.officials().get(other).office();
        Official asking = requester.officials().get(official);
        String own = asking == null ? null : asking.office();
        return theirs == null || own == null || Objects.equals(theirs, own);
    }
}
