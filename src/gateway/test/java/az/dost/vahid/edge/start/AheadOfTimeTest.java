package az.dost.vahid.edge.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AheadOfTimeTest {
    private static final int FIRST_WITH_CACHE = 25;

    @TempDir
    Path folder;

    @Test
    void a_cache_that_was_given_and_is_not_used_is_named() {
        assertThat(AheadOfTime.leftAlone(List.of("-Xmx256m", "-XX:AOTCache=/opt/vahid/vahid.aot"), "mixed mode"))
                .contains("/opt/vahid/vahid.aot");
    }

    @Test
    void of_two_the_last_counts_as_it_does_for_the_jvm() {
        assertThat(AheadOfTime.leftAlone(List.of("-XX:AOTCache=/first", "-XX:AOTCache=/last"), "mixed mode"))
                .contains("/last");
    }

    @Test
    void one_that_is_used_and_none_at_all_are_not_told() {
        assertThat(AheadOfTime.leftAlone(List.of("-XX:AOTCache=/opt/vahid/vahid.aot"), "mixed mode, sharing"))
                .isEmpty();
        assertThat(AheadOfTime.leftAlone(List.of("-Xmx256m"), "mixed mode")).isEmpty();
    }

    /** By a JVM that has caches, as they are said to it. */
    @Test
    void a_jvm_says_of_itself_whether_it_uses_its_cache() throws Exception {
        Assumptions.assumeTrue(
                Runtime.version().feature() >= FIRST_WITH_CACHE, "SKIPPED, not passed: this Java has no such caches");
        String cache = folder.resolve("one.aot").toString();
        said("-XX:AOTCacheOutput=" + cache);
        assertThat(AheadOfTime.leftAlone(List.of("-XX:AOTCache=" + cache), said("-XX:AOTCache=" + cache)))
                .isEmpty();
        String away = folder.resolve("away.aot").toString();
        assertThat(AheadOfTime.leftAlone(List.of("-XX:AOTCache=" + away), said("-XX:AOTCache=" + away)))
                .contains(away);
    }

    /** What it is: {@code java.vm.info}. */
    private static String said(String option) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(option, "-XshowSettings:properties", "-version"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines()
                .filter(line -> line.contains("java.vm.info"))
                .findFirst()
                .orElseThrow();
    }
}
