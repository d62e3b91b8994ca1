package az.dost.vahid.misuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The windows of one counting rule, one for each subject; those not used for longest give way when there are too many. */
final class Counter {
    private static final int MOST_SUBJECTS = 200_000;
    final Rule rule;
    private final Cache<String, Window> windows;

    Counter(Rule rule) {
        this.rule = rule;
        windows = Caffeine.newBuilder().maximumSize(MOST_SUBJECTS).expireAfterAccess(rule.window()).build();
    }

    void add(Sighting seen) {
        if (rule.watch().counts(seen.kind())) {
            windows.get(rule.watch().subject(seen), subject -> window()).add(rule.watch().item(seen), seen.at());
        }
    }

    /** Whether the rule is broken for the subject of this sighting. */
    boolean exceeded(Sighting seen) {
        Window window = windows.getIfPresent(rule.watch().subject(seen));
        return window != null && window.exceeded(seen.at());
    }

    private Window window() {
        boolean different = rule.watch() == Watch.CITIZENS_OF_OFFICIAL || rule.watch() == Watch.OFFICIALS_OF_CITIZEN;
        return different ? new Variety(rule.window().toMillis(), rule.moreThan()) : new Rate(rule.window().toMillis(), rule.moreThan());
    }
}
