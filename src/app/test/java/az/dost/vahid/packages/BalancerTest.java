package az.dost.vahid.packages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The balancer's configuration, as haproxy itself reads it. */
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

    @Test
    void so_it_does_with_https_that_goes_through() throws Exception {
        OutsideTool haproxy = new OutsideTool("haproxy", folder);
        haproxy.file(
                "tls.cfg",
                Files.readString(FILE)
                        .replaceAll("(?m)^#(?=(frontend|backend|    ))", "")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        boolean accepted =
                haproxy.accepts("-c", "-dW", "-f", folder.resolve("tls.cfg").toString());
        assertThat(accepted).as(haproxy.output()).isTrue();
    }
}
