package az.dost.vahid.kit.certify;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.rehearse.PlayedDrops;
import az.dost.vahid.check.rehearse.PlayedFiles;
import az.dost.vahid.check.rehearse.PlayedServers;
import az.dost.vahid.check.rehearse.PlayedService;
import az.dost.vahid.check.rehearse.ScratchDatabase;
import az.dost.vahid.check.rehearse.SealedDrop;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.sources.agency.SingleAgency;
import az.dost.vahid.sources.ingest.SingleDrop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;

/**
 * A connector's own routes on one side, the agency that leaves files on the other, an SFTP server and a database
 * between.
 */
public final class DropStand implements AutoCloseable {
    private static final List<String> OUTCOMES = List.of("loaded", "repeated", "late", "quarantined");
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long LOOK_MS = 20;
    private static final int ASK_MS = 30_000;
    /** So that a file that is too long can be made, of which every byte is fetched. */
    private static final long LEAST_BYTES = 4L << 20;

    private static final long MOST_BYTES = 64L << 20;
    private static final long BYTES_OF_ROW = 1024;
    final Connector connector;
    final PlayedDrops agency;
    private final Path desk = Files.createTempDirectory("vahid-certify");
    private final Path outbox = Files.createDirectories(desk.resolve("agency/outbox"));
    private final PlayedFiles server;
    private final ScratchDatabase database;
    private final SingleDrop drops;
    private final SingleAgency asked;

    /**
     * @param maxRows the connector's bound is lowered to it. @throws IllegalStateException when the folder has nothing
     *     to play from
     */
    public DropStand(CheckedFolder folder, CryptoProvider crypto, long maxRows) throws Exception {
        Connector.Drop declared = folder.connector().drop();
        connector = folder.connector()
                .bounded(Math.min(declared.maxFileBytes(), bytes(maxRows)), Math.min(declared.maxRows(), maxRows));
        agency = Rehearsal.drops(folder, connector, 1);
        // Not among the gateway's: a real agency's certificate may be there.
        agency.key().pin(desk.resolve("keys/agencies").resolve(connector.id() + ".pem"));
        server = PlayedServers.here().files(outbox.getParent(), desk.resolve("keys"), 0);
        String secret = connector.auth().secret() == null
                ? "sftp.password"
                : connector.auth().secret();
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources()
                .addFirst(new MapPropertySource(
                        "stand",
                        Map.of(
                                "vahid.endpoints." + connector.endpoint(),
                                server.endpoint("outbox"),
                                "vahid.secrets." + secret,
                                PlayedService.SECRET,
                                "vahid.data",
                                desk.resolve("data").toString(),
                                "vahid.keys",
                                desk.resolve("keys").toString(),
                                "vahid.drops.every-ms",
                                "100",
                                "vahid.drops.untouched-ms",
                                "0")));
        ConnectorFolder running = new ConnectorFolder(
                connector, folder.mapping(), folder.running().descriptor());
        database = PlayedServers.here().database();
        drops = new SingleDrop(
                running, settings, database.source(), new PinnedCertificates(desk.resolve("keys/agencies"), crypto));
        asked = new SingleAgency(running, drops.snapshots());
    }

    /** What a file of so many rows may have. */
    private static long bytes(long rows) {
        return Math.max(LEAST_BYTES, Math.min(MOST_BYTES, rows * BYTES_OF_ROW));
    }

    SourceAnswer ask(String fin) {
        return asked.ask(fin, ASK_MS);
    }

    /** Leaves a file. @return what came of it: an outcome, and why where it was quarantined */
    String leave(SealedDrop drop) throws IOException, InterruptedException {
        List<Long> before = outcomes();
        drop.leave(outbox);
        return settled(drop, before);
    }

    /**
     * Leaves a file; the connection ends once while it is fetched. @return as {@link #leave}, empty when the connection
     * did not end
     */
    String leaveAndCut(SealedDrop drop) throws IOException, InterruptedException {
        server.cut(1);
        String found = leave(drop);
        return server.uncut() == 0 ? found : "";
    }

    /**
     * Leaves a file that is none yet, or none of the agency's, and then a good one.
     *
     * @return whether only the good one was taken
     */
    boolean passedOver(SealedDrop drop, SealedDrop good) throws IOException, InterruptedException {
        long before = drops.handled();
        drop.leaveUnsigned(outbox);
        leave(good);
        return drops.handled() == before + 1 && drop.lies(outbox);
    }

    /** Leaves the signature of a file that lies there. */
    String sign(SealedDrop drop) throws IOException, InterruptedException {
        List<Long> before = outcomes();
        drop.sign(outbox);
        return settled(drop, before);
    }

    void takeBack(SealedDrop drop) throws IOException {
        drop.takeBack(outbox);
    }

    private List<Long> outcomes() {
        return OUTCOMES.stream().map(drops::handled).toList();
    }

    private String settled(SealedDrop drop, List<Long> before) throws IOException, InterruptedException {
        for (Instant end = Instant.now().plus(LONGEST); Instant.now().isBefore(end); Thread.sleep(LOOK_MS)) {
            List<Long> now = outcomes();
            // It is taken away only after it was dealt with.
            if (!now.equals(before) && !drop.lies(outbox)) {
                String outcome = OUTCOMES.stream()
                        .filter(one -> !now.get(OUTCOMES.indexOf(one)).equals(before.get(OUTCOMES.indexOf(one))))
                        .findFirst()
                        .orElseThrow();
                return outcome.equals("quarantined") ? outcome + " " + drops.refusal() : outcome;
            }
        }
        drop.takeBack(outbox);
        return "left alone";
    }

    @Override
    public void close() throws IOException {
        asked.close();
        drops.close();
        server.close();
        database.close();
        FileSystemUtils.deleteRecursively(desk);
    }
}
