package az.dost.vahid.bench.chain;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.bench.Parts;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How much do one, two and four gateways write into one chain, at once and with a network between? Each has 64 callers
 * that come again as soon as they were told; every commit waits for the disk. Arguments: seconds for each figure,
 * kilobytes of each dossier's answers, and the way to the database in milliseconds, there and back, of each round.
 */
public final class ChainWriters {
    private static final int CALLERS = 64;

    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[0]);
        int kilobytes = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("chain-writers");
        new DemoKeys(folder.resolve("keys"), new Faults());
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            Flyway.configure()
                    .dataSource(server.getPostgresDatabase())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            for (String back : Arrays.asList(arguments).subList(2, arguments.length)) {
                for (int writers : new int[] {1, 2, 4}) {
                    try (SlowNetwork network =
                            new SlowNetwork(server.getPort(), (long) (Double.parseDouble(back) * 500_000))) {
                        int port = back.equals("0") ? server.getPort() : network.port();
                        System.out.printf(
                                "%s ms, %d writers, %d KB: %s%n",
                                back, writers, kilobytes, measure(port, folder, writers, seconds, kilobytes));
                    }
                }
            }
        }
    }

    /** What writes for one gateway. */
    private record Writer(ApplicationContext parts, DossierRecord record, DossierSigner signer, CryptoProvider crypto) {
        static Writer to(int port, Path folder) throws IOException {
            Path settings = Files.writeString(
                    folder.resolve("writer.properties"),
                    String.join(
                            "\n",
                            "spring.datasource.url=jdbc:postgresql://localhost:" + port + "/postgres?user=postgres",
                            "vahid.data=" + folder,
                            "vahid.keys=" + folder.resolve("keys"),
                            "vahid.keys-password=" + DemoKeys.PASSWORD,
                            "vahid.record.queue=1024",
                            "vahid.record.patience-ms=5000"));
            ApplicationContext parts = Parts.of(settings.toString(), "native");
            return new Writer(
                    parts,
                    parts.getBean(DossierRecord.class),
                    parts.getBean(DossierSigner.class),
                    parts.getBean(CryptoProvider.class));
        }

        void keep(byte[] evidence) {
            UUID id = RecordId.next();
            String digest = "sha-256:" + HexFormat.of().formatHex(crypto.sha256(evidence));
            List<SourceAnswer> answers = List.of(new SourceAnswer(
                    "pensions",
                    Verdict.ANSWERED,
                    null,
                    Instant.now(),
                    12,
                    JsonNodeFactory.instance.objectNode(),
                    List.of(new Evidence(
                            UUID.randomUUID(), evidence, "application/xml", null, digest, "CN=pensions", null))));
            byte[] content =
                    ("{\"dossierId\":\"" + id + "\",\"sources\":\"" + digest + "\"}").getBytes(StandardCharsets.UTF_8);
            record.keep(
                    new RecordedDossier(
                            id,
                            Instant.now().truncatedTo(ChronoUnit.MILLIS),
                            "dost-centre-1",
                            "a.quliyeva",
                            "CASE/1",
                            "old-age-pension",
                            content,
                            signer.sign(content).detached(),
                            null,
                            new RecordedDossier.About("a1".repeat(32), List.of("benefits"), false)),
                    answers);
        }
    }

    private static String measure(int port, Path folder, int writers, int seconds, int kilobytes) throws Exception {
        List<Writer> gateways = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            gateways.add(Writer.to(port, folder));
        }
        byte[] noise = new byte[kilobytes * 768];
        new Random(3).nextBytes(noise);
        byte[] evidence = Base64.getEncoder().encode(noise);
        LongAdder kept = new LongAdder();
        LongAdder waited = new LongAdder();
        long begin = System.nanoTime() + 2_000_000_000L;
        long end = begin + seconds * 1_000_000_000L;
        List<Thread> callers = new ArrayList<>();
        for (Writer gateway : gateways) {
            for (int i = 0; i < CALLERS; i++) {
                Thread caller = new Thread(() -> {
                    while (System.nanoTime() < end) {
                        long at = System.nanoTime();
                        if (kilobytes == 0) {
                            gateway.record.keepRefusal(
                                    "dost-centre-1", "a.quliyeva", "CASE/1", "old-age-pension", "NOT_GRANTED");
                        } else {
                            gateway.keep(evidence);
                        }
                        if (at > begin) {
                            kept.increment();
                            waited.add(System.nanoTime() - at);
                        }
                    }
                });
                caller.start();
                callers.add(caller);
            }
        }
        for (Thread caller : callers) {
            caller.join();
        }
        gateways.forEach(gateway -> ((ConfigurableApplicationContext) gateway.parts).close());
        return "%d a second, each waits %.1f ms"
                .formatted(kept.sum() / seconds, waited.sum() / 1e6 / Math.max(1, kept.sum()));
    }

    private ChainWriters() {}
}
