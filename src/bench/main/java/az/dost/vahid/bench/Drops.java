package az.dost.vahid.bench;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.mock.file.DropFiles;
import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.register.ComputedPopulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A full file of the Ministry of Defence, proven, mapped and loaded, beside PostgreSQL's COPY of the rows that came of
 * it.
 */
final class Drops implements Measurement {
    private static final int ROWS = 1_000_000;
    private static final int CITIZENS = 2_000_000;
    private static final int QUICK_ROWS = 100_000;
    /** Loads before those that are measured: what reads and maps the rows is compiled in the first of them. */
    private static final int WARM_UP = 2;

    private static final int PATIENCE_SECONDS = 600;
    private static final LoadKind LOAD = new LoadKind("a file of the defence", 0, 1, 0);

    @Override
    public List<Target> measure(Stage stage, Meter meter) throws Exception {
        int rows = stage.run().quick() ? QUICK_ROWS : ROWS;
        Path folder = Files.createDirectories(stage.run().folder().resolve("drops/defence"));
        Database database = stage.database();
        Peer gateway = stage.gateway(
                "gateway-drops",
                "native",
                "--spring.datasource.url=" + database.another("drops"),
                "--vahid.blobs=" + stage.run().folder().resolve("blobs-of-drops"),
                "--vahid.endpoints.defence=file:" + folder,
                "--vahid.drops.every-ms=100",
                "--vahid.drops.untouched-ms=0");
        JdbcTemplate jdbc = database.jdbc("drops");
        Path made = Files.createDirectories(stage.run().folder().resolve("made"));
        ComputedPopulation population = new ComputedPopulation(CITIZENS);
        Credential signer = new DemoKeys(stage.keys(), new Faults()).agency("defence", "RSA");
        List<Sample> samples = meter.samples();
        int rounds = stage.run().quick() ? 2 : 5;
        for (int round = 1 - WARM_UP; round <= rounds; round++) {
            Path file = DropFiles.defence(
                    made, LocalDate.now(Baku.ZONE).minusDays(1L + rounds - round), 1, rows, population, signer);
            long digesting = digest(file);
            long loading = load(jdbc, file, folder, rows);
            if (round < 1) {
                System.out.printf("%-14s %6d ms, to warm up%n", "load", loading);
                continue;
            }
            samples.add(sample(gateway, round, "load", loading));
            samples.add(sample(
                    gateway, round, "copy", digesting + copy(jdbc, stage.run().folder())));
        }
        gateway.process().close();
        return List.of(Target.most(
                "time, " + rows + " rows proven, mapped and loaded / COPY of them and a digest of the file",
                new Figures(samples).ratio("load", "copy", LOAD, Sample::p50),
                2));
    }

    private static Sample sample(Peer gateway, int round, String what, long ms) {
        System.out.printf("%-14s %6d ms  %d MiB%n", what, ms, gateway.process().status("VmRSS") / 1024);
        return new Sample(
                what,
                LOAD.name(),
                round,
                1000.0 / ms,
                ms,
                ms,
                ms,
                0,
                0,
                gateway.process().status("VmRSS") / 1024,
                0,
                0,
                0,
                0);
    }

    /** Milliseconds from when the file appears, whole, until lookups see it. */
    private static long load(JdbcTemplate jdbc, Path file, Path folder, int rows) throws Exception {
        long before = standing(jdbc);
        long from = System.nanoTime();
        Files.move(file, folder.resolve(file.getFileName()));
        for (int i = 0; standing(jdbc) == before; i++) {
            if (i > PATIENCE_SECONDS * 20) {
                throw new IllegalStateException("The file was not loaded");
            }
            Thread.sleep(50);
        }
        long ms = (System.nanoTime() - from) / 1_000_000;
        long held = jdbc.queryForObject(
                "select count(*) from drop_row r join drop_standing s on s.snapshot = r.snapshot where s.agency = 'defence'",
                Long.class);
        if (held != rows) {
            throw new IllegalStateException("Of " + rows + " rows " + held + " stand");
        }
        return ms;
    }

    private static long standing(JdbcTemplate jdbc) {
        return jdbc.queryForList("select snapshot from drop_standing where agency = 'defence'", Long.class).stream()
                .findFirst()
                .orElse(0L);
    }

    /** Milliseconds for one pass of SHA-256 over what is signed. */
    private static long digest(Path file) throws Exception {
        long from = System.nanoTime();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            zip.getNextEntry();
            byte[] part = new byte[1 << 16];
            for (int length = zip.read(part); length >= 0; length = zip.read(part)) {
                digest.update(part, 0, length);
            }
        }
        digest.digest();
        return (System.nanoTime() - from) / 1_000_000;
    }

    /** Milliseconds for the same rows from a file into a table of the same form, without its index. */
    private static long copy(JdbcTemplate jdbc, Path folder) throws Exception {
        Path rows = folder.resolve("rows.copy");
        try (var connection = jdbc.getDataSource().getConnection();
                var statement = connection.createStatement()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            try (var out = Files.newOutputStream(rows)) {
                copies.copyOut(
                        "copy (select r.* from drop_row r join drop_standing s on s.snapshot = r.snapshot where s.agency = 'defence') to stdout",
                        out);
            }
            statement.execute("checkpoint");
            long from = System.nanoTime();
            statement.execute("create table bare_copy (like drop_row)");
            try (var in = Files.newInputStream(rows)) {
                copies.copyIn("copy bare_copy from stdin", in);
            }
            long ms = (System.nanoTime() - from) / 1_000_000;
            statement.execute("drop table bare_copy");
            return ms;
        }
    }
}
