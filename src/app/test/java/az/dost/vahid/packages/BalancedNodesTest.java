package az.dost.vahid.packages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.FreePort;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which gateways the balancer takes in, and when: with haproxy itself and a name server that changes its mind. */
@EnabledOnOs(OS.LINUX)
class BalancedNodesTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private final int port = FreePort.next();

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(300));
    }

    /** Of as many questions as there are places. */
    private static Set<String> names(Callable<String> ask) throws Exception {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            names.add(ask.call());
        }
        return names;
    }

    private RunningBalancer before(PlayedNames names, Map<String, String> gateways) throws Exception {
        return new RunningBalancer(folder, names.port(), gateways);
    }

    @Test
    void a_gateway_whose_name_comes_later_is_taken_in() throws Exception {
        try (PlayedNames names = new PlayedNames();
                PlayedNode node = new PlayedNode("one", "127.0.0.1", port);
                RunningBalancer balancer = before(
                        names,
                        Map.of(
                                "GATEWAY_1", "gateway-1.test:" + port,
                                "GATEWAY_2", "gateway-2.test:" + port,
                                "GATEWAY_3", "gateway-3.test:" + port))) {
            assertThat(balancer.whoAnswers()).isEmpty();
            names.know("gateway-2.test", "127.0.0.1");
            soon().untilAsserted(() -> assertThat(balancer.whoAnswers()).isEqualTo("one"));
        }
    }

    @Test
    void each_address_of_one_name_is_a_gateway() throws Exception {
        try (PlayedNames names = new PlayedNames();
                PlayedNode one = new PlayedNode("one", "127.0.0.1", port);
                PlayedNode two = new PlayedNode("two", "127.0.0.2", port);
                PlayedNode three = new PlayedNode("three", "127.0.0.3", port)) {
            names.know("gateways.test", "127.0.0.1", "127.0.0.2");
            try (RunningBalancer balancer = before(names, Map.of("GATEWAYS", "gateways.test:" + port))) {
                soon().untilAsserted(
                                () -> assertThat(names(balancer::whoAnswers)).containsExactlyInAnyOrder("one", "two"));
                names.know("gateways.test", "127.0.0.2", "127.0.0.3");
                soon().untilAsserted(() ->
                        assertThat(names(balancer::whoAnswers)).containsExactlyInAnyOrder("two", "three"));
            }
        }
    }

    @Test
    void a_name_that_only_the_hosts_file_knows_stays() throws Exception {
        try (PlayedNames names = new PlayedNames();
                PlayedNode node = new PlayedNode("one", "127.0.0.1", port);
                RunningBalancer balancer = before(
                        names,
                        Map.of(
                                "GATEWAY_1", "localhost:" + port,
                                "GATEWAY_2", "127.0.0.1:1",
                                "GATEWAY_3", "127.0.0.1:1",
                                "HOSTS_FILE", "yes"))) {
            soon().untilAsserted(() -> assertThat(balancer.whoAnswers()).isEqualTo("one"));
            assertThat(balancer.log()).doesNotContain("could not be resolved");
        }
    }

    @Test
    void https_goes_through_to_each_gateway_and_shows_its_own_certificate() throws Exception {
        int front = FreePort.next();
        try (PlayedNames names = new PlayedNames();
                PlayedNode one = new PlayedNode("one", "127.0.0.1", port, own("one"));
                PlayedNode two = new PlayedNode("two", "127.0.0.2", port, own("two"));
                RunningBalancer balancer = new RunningBalancer(
                        folder,
                        names.port(),
                        Map.of(
                                "TLS_BIND", "127.0.0.1:" + front,
                                "PROBE_PORT", String.valueOf(port),
                                "PROBE_SSL", "check-ssl",
                                "GATEWAY_1_TLS", "127.0.0.1:" + port,
                                "GATEWAY_2_TLS", "127.0.0.2:" + port,
                                "GATEWAY_3_TLS", "127.0.0.3:" + port))) {
            soon().ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(names(() -> shown(front))).containsExactlyInAnyOrder("CN=one", "CN=two"));
            soon().untilAsserted(() -> assertThat(balancer.log()).contains("gateways-tls/gateway-3 is DOWN"));
        }
    }

    private SSLContext own(String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** The subject of the certificate that comes with a connection. */
    private static String shown(int port) throws Exception {
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new Everybody()}, null);
        try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private static final class Everybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Whose it is is looked at by the test.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
