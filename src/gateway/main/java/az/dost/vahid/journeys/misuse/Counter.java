package az.dost.vahid.journeys.misuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The windows of one counting rule, one for each subject; those not used for longest give way when there are too many.
 */
final class Counter {
    private static final int MOST_SUBJECTS = 200_000;
    final Rule rule;
    private final Cache<String, Window> windows;

    Counter(Rule rule) {
        this.rule = rule;
        windows = Caffeine.newBuilder()
                .maximumSize(MOST_SUBJECTS)
                .expireAfterAccess(rule.window())
                .build();
    }

    void add(Sighting seen) {
        if (rule.behaviour().counts(seen.kind())) {
            windows.get(rule.behaviour().subject(seen), subject -> window())
                    .add(rule.behaviour().item(seen), seen.at());
        }
    }

    /** Whether the rule is broken for the subject of this sighting. */
    boolean exceeded(Sighting seen) {
        Window window = windows.getIfPresent(rule.behaviour().subject(seen));
        return window != null && window.exceeded(seen.at());
    }

    private Window window() {
        return rule.behaviour().different()
                ? new Variety(rule.window().toMillis(), rule.moreThan())
                : new Rate(rule.window().toMillis(), rule.moreThan());
    }
}
