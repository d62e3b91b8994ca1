package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.RecordId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Ids of some days. Every query of a table with a partition a day has one, or an id: without, it locks all the
 * partitions that there are.
 *
 * @param from no id of it is less
 * @param to every id of it is less
 */
record DaySpan(UUID from, UUID to) {
    /** As SQL, with the two as its parameters. */
    static final String SQL = "id >= ? and id < ?";

    /** @param last of them too */
    static DaySpan of(LocalDate first, LocalDate last) {
        return new DaySpan(RecordId.start(first), RecordId.start(last.plusDays(1)));
    }
}
