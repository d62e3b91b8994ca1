package az.dost.vahid.job;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose heart has stopped is not alive for whoever asks, and ends. */
class StoppedHeartTest {
    @Test
    void it_is_broken_and_ends_with_its_own_code(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        ChildProcess.classPath(),
                        StoppedHeart.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(out))
                .contains("record-writer has stopped, and nothing goes on without it", "StackOverflowError")
                .contains("BROKEN REFUSING_TRAFFIC");
        assertThat(process.exitValue()).isEqualTo(Heart.EXIT_CODE);
    }
}
