package az.dost.vahid.journeys.tally;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.kit.service.CataloguePassports;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.proof.trust.UnsealedUntil;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A record whose entries are counted, and counted again by a script that has nothing of ours. */
final class CountedRecord implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIGURES =
            "select hour, measure, service, centre, channel, a, b, n from report_tally order by 1, 2, 3, 4, 5, 6, 7";
    final HikariDataSource database;
    final TestRecord record;
    private final Map<UUID, byte[]> given = new ConcurrentHashMap<>();
    private final Set<UUID> bulk = new HashSet<>();
    Collection<Passport> passports = CataloguePassports.all();

    CountedRecord(Path keys) {
        this(RecordDatabase.create(), keys);
    }

    /** @param database with what others may have written; closed with this */
    CountedRecord(HikariDataSource database, Path keys) {
        this.database = database;
        record = new TestRecord(database, keys);
    }

    TallyTables tables(DataSource source) {
        return tables(record, source);
    }

    static TallyTables tables(TestRecord record, DataSource source) {
        return TallyTables.of(
                new JdbcTemplate(source),
                record.entries,
                record.bodies,
                new RowTrust(record.seals, record.changed, UnsealedUntil.NEVER));
    }

    TallyJob job(DataSource source) {
        return new TallyJob(tables(source), () -> passports);
    }

    void count() {
        job(database).run();
    }

    Rebuild.Outcome rebuild(YearMonth month) {
        return new Rebuild(tables(database)).of(month);
    }

    PlayedLookup keep(PlayedLookup lookup) {
        keeping(lookup).join();
        return lookup;
    }

    /** Completes when it is durable. */
    CompletableFuture<Void> keeping(PlayedLookup lookup) {
        given.put(lookup.id, lookup.content());
        if (lookup.bulkRow) {
            bulk.add(lookup.id);
            record.jdbc.update(
                    "insert into bulk_result (job, line, dossier, mac) values (?, 1, ?, '\\x00')",
                    UUID.randomUUID(),
                    lookup.id);
        }
        return record.record.keeping(lookup.recorded(), lookup.answers);
    }

    /** Lines as the script writes them. */
    List<String> figures() {
        return record.jdbc.query(
                FIGURES,
                (row, n) -> String.join(
                                "\t",
                                row.getObject(1, OffsetDateTime.class)
                                        .toInstant()
                                        .toString(),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7))
                        + " = " + row.getLong(8));
    }

    /** Which dossier counts of which case; those of a month that is long over are forgotten. */
    List<String> cases() {
        return record.jdbc.query(
                "select month, dossier from report_case order by month, dossier",
                (row, n) -> "case " + YearMonth.from(row.getObject(1, LocalDate.class)) + " " + row.getObject(2));
    }

    /** How many a measure counts in a month, whatever else is said. */
    long sum(Measure measure, YearMonth month, String a) {
        return record.jdbc.queryForObject(
                "select coalesce(sum(n), 0) from report_tally where measure = ? and hour >= ? and hour < ? and (? = '' or a = ?)",
                Long.class,
                measure.name(),
                java.sql.Timestamp.from(TallyPlace.begin(month)),
                java.sql.Timestamp.from(TallyPlace.begin(month.plusMonths(1))),
                a,
                a);
    }

    /** Takes what others wrote of the record itself, as those do who count it again elsewhere. */
    void takeGiven() {
        given.putAll(record.record.contents(record.jdbc.queryForList("select id from dossier", UUID.class)));
        bulk.addAll(record.jdbc.queryForList("select dossier from bulk_result", UUID.class));
    }

    byte[] given(UUID dossier) {
        return given.getOrDefault(dossier, new byte[0]);
    }

    /** What only one of the two has. @param recounted by the script */
    static List<String> differing(List<String> figures, List<String> recounted) {
        Set<String> ours = new TreeSet<>(figures);
        Set<String> theirs = recounted.stream()
                .filter(line -> !line.startsWith("case "))
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                        ours.stream().filter(line -> !theirs.contains(line)).map(line -> "ours " + line),
                        theirs.stream().filter(line -> !ours.contains(line)).map(line -> "theirs " + line))
                .limit(20)
                .toList();
    }

    List<String> recounted(Path folder) throws IOException, InterruptedException {
        Path chain = folder.resolve("chain");
        try (BufferedWriter out = Files.newBufferedWriter(chain)) {
            for (Map<String, Object> row : record.jdbc.queryForList(
                    "select sequence, id, entry::text as entry from audit order by sequence")) {
                byte[] dossier = given.get((UUID) row.get("id"));
                ObjectNode line = JSON.createObjectNode().put("sequence", (Long) row.get("sequence"));
                line.set("entry", JSON.readTree((String) row.get("entry")));
                line.set("dossier", dossier == null ? null : (JsonNode) JSON.readTree(dossier));
                out.write(line.put("bulk", bulk.contains((UUID) row.get("id"))).toString());
                out.newLine();
            }
        }
        OutsideTool python = new OutsideTool("python3", folder);
        assertThat(python.accepts(
                        Path.of("src/gateway/test/resources/tally/recount.py")
                                .toAbsolutePath()
                                .toString(),
                        chain.toString(),
                        Path.of("contracts/services").toAbsolutePath().toString()))
                .as(python.output())
                .isTrue();
        return python.output().lines().toList();
    }

    /** As retention leaves it when a dossier's time is over. */
    void expire(UUID dossier) {
        record.jdbc.update("update dossier set content = null where id = ?", dossier);
    }

    @Override
    public void close() throws Exception {
        record.close();
        database.close();
    }
}
