package az.dost.vahid.leak;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What leaked, and where. */
final class Leaks {
    /** Of everything that this JVM's tests caused. */
    static final Leaks SUITE = new Leaks();

    private static final int MOST = 100;
    private final Set<String> found = new LinkedHashSet<>();

    /** @param where the logger, or what has the name */
    synchronized void look(String where, String text) {
        if (found.size() < MOST) {
            Optional<String> leak = PersonalData.in(text);
            leak.ifPresent(what -> found.add(where + " tells " + what + ": " + text));
        }
    }

    synchronized List<String> found() {
        return List.copyOf(found);
    }

    /** @throws AssertionError naming each place */
    synchronized void none() {
        if (!found.isEmpty()) {
            throw new AssertionError(
                    "Personal data or secrets leaked in " + found.size() + " places:\n  " + String.join("\n  ", found));
        }
    }
}
