package az.dost.vahid.proof.blob;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.process.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Servers with the interface of S3 that others made, each a process of its own; a test of one that is not installed is
 * skipped and says so.
 */
public enum InstalledObjectStore {
    /** Moto's server (Python): with versions, conditions and Object Lock. */
    MOTO("VAHID", "a secret/with+signs", "apt-get install python3-moto python3-flask-cors") {
        /** Debian's packages are those of Debian's Python, whichever comes first on the path. */
        private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

        private static Optional<String> python() {
            return PYTHONS.stream()
                    .filter(one -> succeeds(one, "-c", "import moto.server, flask_cors"))
                    .findFirst();
        }

        @Override
        List<String> command(Path folder, int port) {
            return List.of(python().orElseThrow(), "-m", "moto.server", "-H", "127.0.0.1", "-p", String.valueOf(port));
        }

        @Override
        boolean installed() {
            return python().isPresent();
        }
    },
    /**
     * S3Proxy (Java), which checks signatures and keeps objects as files; {@code s3proxy} is its release's one file, or
     * starts what Maven Central has.
     */
    S3PROXY("VAHID", "a secret/with+signs", null) {
        @Override
        List<String> command(Path folder, int port) throws IOException {
            Path settings = Files.writeString(
                    folder.resolve("s3proxy.properties"), """
                    s3proxy.endpoint=http://127.0.0.1:%d
                    s3proxy.authorization=aws-v2-or-v4
                    s3proxy.identity=VAHID
                    s3proxy.credential=a secret/with+signs
                    jclouds.provider=filesystem-nio2
                    jclouds.identity=local
                    jclouds.credential=local
                    jclouds.filesystem.basedir=%s
                    """.formatted(port, folder.resolve("objects")));
            return List.of("s3proxy", "--properties", settings.toString());
        }

        @Override
        boolean installed() {
            return succeeds("s3proxy", "--version");
        }
    };

    private final String keyId;
    private final String secret;
    /** Null where Debian has none. */
    private final String howToInstall;

    private Boolean found;

    InstalledObjectStore(String keyId, String secret, String howToInstall) {
        this.keyId = keyId;
        this.secret = secret;
        this.howToInstall = howToInstall;
    }

    abstract List<String> command(Path folder, int port) throws IOException;

    abstract boolean installed();

    private synchronized boolean found() {
        if (found == null) {
            found = installed();
        }
        return found;
    }

    static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Starts it on the loopback. @param folder for its log and its objects */
    public Running start(Path folder) throws IOException {
        if (howToInstall == null) {
            Assumptions.assumeTrue(
                    found(),
                    () -> this + " is not installed, and Debian has none: what it would show of S3 is not shown");
        } else {
            OutsideTool.needed(found(), this + " is not installed (" + howToInstall + ")");
        }
        int port = FreePort.next();
        Files.createDirectories(folder.resolve("objects"));
        return new Running(
                new ProcessBuilder(command(folder, port))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("server.log").toFile())
                        .start(),
                port,
                keyId,
                secret);
    }

    /** One that runs; it ends with the test. */
    public static final class Running implements AutoCloseable {
        private final Process process;
        private final int port;
        private final String keyId;
        private final String secret;

        Running(Process process, int port, String keyId, String secret) {
            this.process = process;
            this.port = port;
            this.keyId = keyId;
            this.secret = secret;
            Awaitility.await("the object store answers")
                    .atMost(Duration.ofSeconds(60))
                    .until(this::answers);
        }

        private boolean answers() {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        /** Its administrator's. */
        public S3Client client() {
            return S3Client.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .endpointOverride(URI.create("http://127.0.0.1:" + port))
                    .region(Region.US_EAST_1)
                    .forcePathStyle(true)
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)))
                    .build();
        }

        public String address(String bucket) {
            return "s3+http://" + keyId + "@127.0.0.1:" + port + "/" + bucket + "/vahid/1";
        }

        /** As a gateway has it. @param owner of the secret: blobs or anchors */
        public ObjectStore store(String owner, String bucket) {
            return ObjectStore.of(
                    owner,
                    "place",
                    settings(Map.of("place", address(bucket), "vahid.secrets." + owner + ".s3", secret)));
        }

        private static Environment settings(Map<String, Object> all) {
            StandardEnvironment settings = new StandardEnvironment();
            settings.getPropertySources().addFirst(new MapPropertySource("test", all));
            return settings;
        }

        @Override
        public void close() {
            Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
            process.onExit().join();
        }
    }
}
