package az.dost.vahid.journeys.tally;

import java.time.Instant;

/**
 * When and where somebody asked. Thousands of lookups of one case may have asked an agency in vain: no more is held of
 * them.
 *
 * @param sequence of the entry in the chain
 */
record Asked(Instant at, long sequence, TallyPlace place) {
    Asked(ChainEntry entry, Rules rules) {
        this(entry.at(), entry.sequence(), TallyPlace.of(entry, rules));
    }
}
