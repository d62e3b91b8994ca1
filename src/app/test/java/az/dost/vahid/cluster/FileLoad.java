package az.dost.vahid.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A partner that leaves a signed file for another one every now and then. */
final class FileLoad extends Load {
    private static final long PAUSE_MS = 3_000;
    private final Path out;
    private final Path in;
    final AtomicInteger sent = new AtomicInteger();

    FileLoad(RunningCluster cluster, Tally tally) throws IOException {
        super("files", cluster, tally);
        out = Files.createDirectories(cluster.shared("partner-files").resolve("treasury/out/payroll"));
        in = cluster.shared("partner-files").resolve("bank/in/payroll");
    }

    @Override
    void step() throws InterruptedException, IOException {
        String name = "payroll-" + sent.get() + ".csv";
        Path written =
                Files.writeString(out.resolve("." + name), "fin;amount\n" + name + ";" + "1".repeat(2_000) + "\n");
        Path signature = out.resolve("." + name + ".p7s");
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-sign",
                        "-binary",
                        "-outform",
                        "DER",
                        "-in",
                        written.toString(),
                        "-out",
                        signature.toString(),
                        "-signer",
                        cluster.keys().resolve("agencies/treasury.pem").toString(),
                        "-inkey",
                        cluster.keys().resolve("partners/treasury.key").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (openssl.waitFor() != 0) {
            throw new IOException("openssl: " + said);
        }
        Files.move(written, out.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Files.move(signature, out.resolve(name + ".p7s"), StandardCopyOption.ATOMIC_MOVE);
        sent.incrementAndGet();
        Thread.sleep(PAUSE_MS);
    }

    /** How often each file of its name has come, signatures apart. */
    Map<String, Long> arrived() throws IOException {
        if (!Files.isDirectory(in)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv") && !name.startsWith("."))
                    .toList();
            return names.stream()
                    .collect(Collectors.groupingBy(
                            name -> name.substring(name.indexOf("payroll-")), Collectors.counting()));
        }
    }
}
