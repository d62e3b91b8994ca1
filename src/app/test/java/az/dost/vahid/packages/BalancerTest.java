package az.dost.vahid.packages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The balancer's configuration, as haproxy itself reads it. What it does with it: BalancedNodesTest,
 * BalancerProblemsTest.
 */
class BalancerTest {
    private static final Path FILE = PackageFiles.FOLDER.resolve("haproxy/haproxy.cfg");

    @TempDir
    Path folder;

    @Test
    void haproxy_reads_it_without_a_warning() throws Exception {
        OutsideTool haproxy = new OutsideTool("haproxy", folder);
        boolean accepted =
                haproxy.accepts("-c", "-dW", "-f", FILE.toAbsolutePath().toString());
        assertThat(accepted).as(haproxy.output()).isTrue();
    }

    /** As src/packages/cluster/cluster.py starts it. */
    @Test
    void so_it_does_beside_the_address_of_a_primary() throws Exception {
        OutsideTool haproxy = new OutsideTool("haproxy", folder);
        haproxy.file(
                "database.cfg",
                Files.readString(PackageFiles.FOLDER.resolve("cluster/database.cfg"))
                        .replace("${folder}", folder.toString())
                        .replace("${database}", "15432")
                        .replace("${nodes}", "  server pg1 127.0.0.1:15433 check port 15434")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        boolean accepted = haproxy.accepts(
                "-c",
                "-dW",
                "-f",
                FILE.toAbsolutePath().toString(),
                "-f",
                folder.resolve("database.cfg").toString());
        assertThat(accepted).as(haproxy.output()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_BIND=:8443",
                "GATEWAYS=gateways:8080",
                "TLS_BIND=:8443 GATEWAYS=gateways:8080 GATEWAYS_TLS=gateways:8443"
            })
    void so_it_does_by_its_variables(String variables) throws Exception {
        OutsideTool env = new OutsideTool("env", folder);
        new OutsideTool("haproxy", folder);
        boolean accepted = env.accepts(Stream.concat(
                        Stream.of(variables.split(" ")),
                        Stream.of(
                                "haproxy",
                                "-c",
                                "-dW",
                                "-f",
                                FILE.toAbsolutePath().toString()))
                .toArray(String[]::new));
        assertThat(accepted).as(env.output()).isTrue();
    }
}
