package az.dost.vahid.sources.ingest;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A folder for each agency's drops, their keys, a database, and gateways that look into the folders. */
public final class DropBench {
    public static final Map<String, String> KEYS =
            Map.of("defence", "RSA", "displaced-persons", "RSA", "state-insurance", "EC", "local-executive", "EC");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Made once; each bench has a copy of its own. */
    private static final Path MADE = made();

    public final Path folder;
    public final String database = TestDatabase.create();
    public final DemoKeys keys;

    public DropBench(Path folder) throws IOException {
        this.folder = folder;
        FileSystemUtils.copyRecursively(MADE, folder.resolve("keys"));
        this.keys = new DemoKeys(folder.resolve("keys"), new Faults());
        for (var each : KEYS.entrySet()) {
            keys.agency(each.getKey(), each.getValue());
            Files.createDirectories(drops(each.getKey()));
        }
    }

    private static Path made() {
        try {
            Path folder = Files.createTempDirectory("drop-keys-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            KEYS.forEach(new DemoKeys(folder, new Faults())::agency);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path drops(String agency) {
        return folder.resolve("drops").resolve(agency);
    }

    public Path data() {
        return folder.resolve("data");
    }

    public Credential signer(String agency) {
        return keys.agency(agency, KEYS.get(agency));
    }

    public TestGateway gateway() throws Exception {
        return gateway(Map.of());
    }

    /** @param others settings beside those of the folders */
    public TestGateway gateway(Map<String, Object> others) throws Exception {
        Map<String, Object> settings = new HashMap<>(others);
        KEYS.keySet()
                .forEach(agency -> settings.put(
                        "vahid.endpoints." + agency, "file:" + drops(agency).toAbsolutePath()));
        return new TestGateway(database, data(), folder.resolve("keys"), settings);
    }

    /** Leaves a file, and its detached signature last. */
    public void leave(String agency, String name, byte[] content) throws IOException {
        leave(agency, name, content, TestSignatures.cms(content, signer(agency)));
    }

    /** @param signature null: none beside the file */
    public void leave(String agency, String name, byte[] content, byte[] signature) throws IOException {
        appear(drops(agency).resolve(name), content);
        if (signature != null) {
            appear(drops(agency).resolve(name + ".p7s"), signature);
        }
    }

    private static void appear(Path file, byte[] content) throws IOException {
        Path hidden = file.resolveSibling(".hidden");
        Files.write(hidden, content);
        Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until the gateway has dealt with all files. */
    public static void settle(TestGateway gateway, Path drops) throws InterruptedException {
        gateway.await("the folder " + drops.getFileName() + " is empty", PATIENCE, () -> {
            try (var files = Files.list(drops)) {
                return files.findAny().isEmpty();
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** The newest report on a file of this name, JSON; empty where there is none. */
    public String report(String agency, String name) {
        return new JdbcTemplate(new DriverManagerDataSource(database))
                        .queryForList(
                                "select report::text from drop_file where agency = ? and name = ?"
                                        + " and state = 'QUARANTINED' order by id desc limit 1",
                                String.class,
                                agency,
                                name)
                        .stream()
                        .findFirst()
                        .orElse("");
    }
}
