package az.dost.vahid.journeys.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds events that would cause each other without end: A gives X to one who then publishes Y, B gives Y to one who
 * publishes X.
 */
final class SubscriptionCircle {
    private final Collection<Subscription> subscriptions;

    SubscriptionCircle(Collection<Subscription> subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** The subscriptions on the shortest circle through this one, which is the first of them. */
    Optional<List<String>> through(Subscription start) {
        List<List<Subscription>> paths = new ArrayList<>(List.of(List.of(start)));
        List<Subscription> seen = new ArrayList<>(List.of(start));
        for (int next = 0; next < paths.size(); next++) {
            List<Subscription> path = paths.get(next);
            Subscription last = path.get(path.size() - 1);
            if (feeds(last, start)) {
                return Optional.of(path.stream().map(Subscription::id).toList());
            }
            for (Subscription other : subscriptions) {
                if (feeds(last, other) && !seen.contains(other)) {
                    seen.add(other);
                    paths.add(Stream.concat(path.stream(), Stream.of(other)).toList());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean feeds(Subscription from, Subscription to) {
        return from.republishes().stream().anyMatch(to.gives()::containsKey);
    }
}
