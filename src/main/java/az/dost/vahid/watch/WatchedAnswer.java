package az.dost.vahid.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What a watched agency answered in a lookup.
 *
 * @param facts canonical, by name; empty when it has no record. Personal data
 */
record WatchedAnswer(String fin, String agency, Instant asOf, ObjectNode facts) {
    @Override
    public String toString() {
        return "Watched answer of " + agency;
    }
}
