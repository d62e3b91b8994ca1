package az.dost.vahid.journeys.watch;

import java.time.Instant;
import java.util.Map;

/**
 * What an event would tell of one citizen, as an agency has it.
 *
 * @param data by field of the event, with null for what the fact does not say; null when the agency knows nothing.
 *     Personal data
 * @param asOf of the file or the answer
 * @param person keyed hash
 * @param digest keyed hash of person and data
 */
record SeenFact(String fin, Map<String, String> data, Instant asOf, String person, String digest) {
    @Override
    public String toString() {
        return "Seen fact";
    }
}
