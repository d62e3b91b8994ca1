package az.dost.vahid.packages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** From bare machines to three gateways behind a balancer, and a first lookup that is proven. */
@Tag("cluster")
@EnabledOnOs(OS.LINUX)
class InstallIT {
    private static final long LONGEST_MINUTES = 30;

    @TempDir
    static Path folder;

    @BeforeAll
    static void need() {
        Assumptions.assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "SKIPPED, not passed: only root may make namespaces here");
        List.of("haproxy", "promtool", "psql", "openssl", "curl", "ip", "keytool")
                .forEach(tool -> new OutsideTool(tool, folder));
    }

    @Test
    void three_gateways_are_put_into_service_and_a_lookup_is_proven() throws Exception {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        PackageFiles.FOLDER.resolve("try-install").toString(),
                        "target/vahid.jar",
                        "target/vahid-demo.jar",
                        "3")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("TMPDIR", folder.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor();
        }
        List<String> lines = Files.readAllLines(output);
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        JsonNode told = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(told.path("gateways").asInt()).isEqualTo(3);
        System.out.println("From nothing to the first proven lookup: " + told);
    }
}
