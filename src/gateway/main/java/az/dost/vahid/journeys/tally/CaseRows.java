package az.dost.vahid.journeys.tally;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which dossier of a case counts in a month. Who writes has held the cursor. */
final class CaseRows {
    private static final String FIND =
            "select c.matter, c.month, c.dossier from report_case c join unnest(?::bytea[], ?::date[]) as w(matter, month) using (matter, month)";
    private static final String KEEP =
            "insert into report_case (matter, month, dossier) select * from unnest(?::bytea[], ?::date[], ?::uuid[])"
                    + " on conflict (matter, month) do update set dossier = excluded.dossier";
    private final JdbcTemplate jdbc;

    CaseRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<TalliedLookup.Case, UUID> of(Collection<TalliedLookup.Case> cases) {
        Map<TalliedLookup.Case, UUID> found = new HashMap<>();
        List<TalliedLookup.Case> wanted = List.copyOf(cases);
        jdbc.query(
                FIND,
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("bytea", matters(wanted)));
                    statement.setArray(2, statement.getConnection().createArrayOf("date", months(wanted)));
                },
                row -> {
                    found.put(
                            new TalliedLookup.Case(
                                    HexFormat.of().formatHex(row.getBytes(1)),
                                    YearMonth.from(row.getObject(2, LocalDate.class))),
                            row.getObject(3, UUID.class));
                });
        return found;
    }

    void keep(Map<TalliedLookup.Case, UUID> counted) {
        List<TalliedLookup.Case> cases = List.copyOf(counted.keySet());
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            try (var insert = connection.prepareStatement(KEEP)) {
                insert.setArray(1, connection.createArrayOf("bytea", matters(cases)));
                insert.setArray(2, connection.createArrayOf("date", months(cases)));
                insert.setArray(
                        3,
                        connection.createArrayOf(
                                "uuid", cases.stream().map(counted::get).toArray()));
                return insert.executeUpdate();
            }
        });
    }

    private static byte[][] matters(List<TalliedLookup.Case> cases) {
        return cases.stream().map(one -> HexFormat.of().parseHex(one.matter())).toArray(byte[][]::new);
    }

    private static Date[] months(List<TalliedLookup.Case> cases) {
        return cases.stream().map(one -> Date.valueOf(one.month().atDay(1))).toArray(Date[]::new);
    }

    /** Forgets months that are over. @param at that nothing is older than which is still to be counted */
    void forget(Instant at) {
        jdbc.update(
                "delete from report_case where month < ?",
                Date.valueOf(TallyPlace.month(at).minusMonths(1).atDay(1)));
    }

    void forget(YearMonth month) {
        jdbc.update("delete from report_case where month = ?", Date.valueOf(month.atDay(1)));
    }
}
