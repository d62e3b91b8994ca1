package az.dost.vahid.edge.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside the jars, as they are delivered. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    /** What is promised on a machine that does nothing else is half a second; a build has its tests beside. */
    private static final double MOST_S = 1;

    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

    @TempDir
    private Path cache;

    private String sh(String line) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line);
        builder.environment().put("VAHID_CACHE", cache.resolve("vahid").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void a_help_costs_little_once_the_jar_is_unpacked() throws Exception {
        assertThat(sh("target/vahid connector new --help")).contains("--from");
        // The last line of times: what ended children took, of the user's time and the system's.
        Matcher times = TIMES.matcher(sh("target/vahid connector new --help && times"));
        assertThat(times.find()).isTrue();
        double seconds = 60 * Integer.parseInt(times.group(1))
                + Double.parseDouble(times.group(2))
                + 60 * Integer.parseInt(times.group(3))
                + Double.parseDouble(times.group(4));
        assertThat(seconds).as("processor time of a help").isLessThan(MOST_S);
    }

    @Test
    void a_command_works_unpacked_as_it_does_packed() throws Exception {
        String packed = sh("VAHID_CACHE= target/vahid connector check notary --connectors connectors");
        sh("target/vahid version");
        assertThat(sh("target/vahid connector check notary --connectors connectors"))
                .isEqualTo(packed)
                .contains("0 errors");
    }
}
