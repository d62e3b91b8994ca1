package az.dost.vahid.pages.task;

import java.util.List;
import java.util.Map;

/**
 * What a person comes for.
 *
 * @param steps in words, as {@link Step} knows them; none where the page after the login says it
 * @param sees what stands on the last page
 * @param file a part of the name of what is downloaded, null where nothing is
 * @param keeps by name the place on the last page of what later tasks need
 * @param silent an agency that gives no answer meanwhile, null for none
 */
record Task(String task, List<String> steps, String sees, String file, Map<String, String> keeps, String silent) {
    /** Of the keystroke-level model (Card, Moran and Newell, 1980), for somebody who types well. */
    private static final double SECONDS_A_KEY = 0.28;
    /** To point and to press. */
    private static final double SECONDS_A_CLICK = 1.2;
    /** To make up one's mind. */
    private static final double SECONDS_A_STEP = 1.35;

    Task {
        steps = steps == null ? List.of() : List.copyOf(steps);
        keeps = keeps == null ? Map.of() : Map.copyOf(keeps);
    }

    List<Step> done() {
        return steps.stream().map(Step::of).toList();
    }

    int clicks() {
        return done().stream().mapToInt(Step::clicks).sum();
    }

    int keys() {
        return done().stream().mapToInt(Step::keys).sum();
    }

    /** Of a practised hand, without the time that pages take. */
    long seconds() {
        return Math.round(keys() * SECONDS_A_KEY + clicks() * SECONDS_A_CLICK + steps.size() * SECONDS_A_STEP);
    }
}
