package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.RecordId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Entries as gateways wrote them before there were seals, made by the database itself: many in little time. */
public final class LongChain {
    private static final String ENTRIES = """
            do $$
            declare
              n bigint := (select sequence from audit_head);
              before bytea := (select link from audit_head);
              ms bigint;
              of_entry uuid;
              said text;
              ours bytea;
            begin
              for i in 1..%1$d loop
                n := n + 1;
                -- Each is up to ten seconds older or newer than its neighbours: at midnight the days' numbers overlap.
                ms := %2$d + i::bigint * %3$d / %1$d + (n %% 3) * 10000;
                of_entry := (lpad(to_hex(ms), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid;
                said := '{"kind":"REFUSAL","id":"' || of_entry || '","at":"2026-11-01T00:00:00Z","requester":"dost-centre-1","code":"NOT_GRANTED"}';
                ours := sha256(before || int8send(n) || sha256(convert_to(said, 'UTF8')));
                insert into audit (sequence, id, entry, previous, link) values (n, of_entry, said::json, before, ours);
                before := ours;
              end loop;
              update audit_head set sequence = n, link = before;
            end $$""";

    /**
     * Appends refusals, evenly over some days until one before the present one.
     *
     * @param days so many, whose partitions are made
     */
    public static void append(TestRecord test, int entries, int days) throws SQLException {
        Instant first = Instant.now().minus(Duration.ofDays(days + 1L));
        for (LocalDate day = RecordId.day(RecordId.at(first.toEpochMilli()));
                day.isBefore(LocalDate.now(ZoneOffset.UTC).plusDays(2));
                day = day.plusDays(1)) {
            test.partitions.ready(day);
        }
        // As they stood before the database refused them.
        test.jdbc.execute("alter table audit drop constraint if exists audit_sealed");
        test.jdbc.execute(ENTRIES.formatted(
                entries, first.toEpochMilli(), Duration.ofDays(days).toMillis()));
    }

    /** Signs what there is to sign. */
    public static void sign(TestRecord test) {
        test.root();
    }

    private LongChain() {}
}
