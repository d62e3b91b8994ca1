package az.dost.vahid.journeys.tally;

import az.dost.vahid.proof.record.TestRecord;
import java.time.Instant;
import javax.sql.DataSource;

/** For tests of what is made of the figures. */
public final class TestRecounts {
    public static Recounts over(TestRecord record, DataSource source) {
        TallyTables tables = CountedRecord.tables(record, source);
        return new Recounts(tables.jdbc(), new Rebuild(tables));
    }

    /** Of a person and a case of its own, at the centre {@code north}, with a paper that it needs. */
    public static void keepCase(TestRecord record, Instant at, int number) {
        PlayedLookup lookup = new PlayedLookup(at)
                .of(String.format("5AB%04d", number), "CASE/" + number, "ccu-car")
                .at("north", "CENTRE")
                .paper("id-card", "STILL_NEEDED");
        record.record.keeping(lookup.recorded(), lookup.answers).join();
    }

    private TestRecounts() {}
}
