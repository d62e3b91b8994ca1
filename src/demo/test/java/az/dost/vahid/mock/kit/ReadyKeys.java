package az.dost.vahid.mock.kit;

import az.dost.vahid.folder.OwnFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Demonstration keys for tests that do not care which they are: made once in this JVM, for to make RSA keys takes
 * longer than most tests. The secrets of the record and of persons are each folder's own.
 */
public final class ReadyKeys {
    private static final Map<String, byte[]> GATEWAYS = made();
    private static final Map<String, byte[]> AGENCIES = new ConcurrentHashMap<>();

    private static Map<String, byte[]> made() {
        try {
            Path folder = Files.createTempDirectory("ready-keys-");
            try {
                new DemoKeys(folder, new Faults()).timeStamps();
                Map<String, byte[]> made = new HashMap<>();
                for (String name : new String[] {"gateway.p12", "mocks/time-stamps.p12", "mocks/authority.p12"}) {
                    made.put(name, Files.readAllBytes(folder.resolve(name)));
                }
                return Map.copyOf(made);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a folder, which gets a gateway's and the time-stamp authority's where it has none. */
    public static DemoKeys in(Path folder, Faults faults) {
        lay(GATEWAYS, folder);
        return new DemoKeys(folder, faults);
    }

    /** For a whole system: the agencies' too, once {@link #keep} was told of them. */
    public static void lay(Path folder) {
        lay(GATEWAYS, folder);
        lay(AGENCIES, folder);
    }

    /** Remembers those of the agencies that a system has made. */
    public static void keep(Path folder) {
        try (Stream<Path> stores = Files.list(folder.resolve("mocks"))) {
            for (Path store :
                    stores.filter(one -> one.toString().endsWith(".p12")).toList()) {
                AGENCIES.putIfAbsent("mocks/" + store.getFileName(), Files.readAllBytes(store));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lay(Map<String, byte[]> stores, Path folder) {
        stores.forEach((name, bytes) -> {
            Path file = folder.resolve(name);
            if (Files.notExists(file)) {
                try {
                    Files.createDirectories(file.getParent());
                    try (var out = OwnFiles.stream(file)) {
                        out.write(bytes);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private ReadyKeys() {}
}
