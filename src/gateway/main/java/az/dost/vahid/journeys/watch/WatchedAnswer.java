package az.dost.vahid.journeys.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;

/**
 * What a watched agency answered in a lookup.
 *
 * @param facts canonical, by name; empty when it has no record. Personal data
 * @param doubted names of facts of which a part was not believed: whether they have changed is not known
 */
record WatchedAnswer(String fin, String agency, Instant asOf, ObjectNode facts, Set<String> doubted) {
    @Override
    public String toString() {
        return "Watched answer of " + agency;
    }
}
