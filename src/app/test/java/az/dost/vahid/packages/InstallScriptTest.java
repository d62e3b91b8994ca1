package az.dost.vahid.packages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that installs, its page and its trial speak of the same parts and names. */
class InstallScriptTest {
    private static final Path SCRIPT = PackageFiles.FOLDER.resolve("install");

    @TempDir
    Path folder;

    private static Set<String> found(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> parts() throws IOException {
        return found("(?m)^part_(\\w+)\\(\\)", SCRIPT);
    }

    @Test
    void the_page_calls_each_part() throws Exception {
        assertThat(found(
                        "src/packages/install --with /root/install[.]conf (\\w+)",
                        Path.of("src/docs/operations/install.md")))
                .isEqualTo(parts());
    }

    @Test
    void the_trial_runs_each_part() throws Exception {
        Set<String> run = found(
                        "(?m)^ *\\{? ?installed [^#\\n]*install[.]conf ([\\w ]+)",
                        PackageFiles.FOLDER.resolve("try-install"))
                .stream()
                .flatMap(parts -> List.of(parts.strip().split(" ")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(run).isEqualTo(parts());
    }

    @Test
    void the_file_that_a_person_fills_in_has_each_name_that_is_asked_for() throws Exception {
        Set<String> asked = new TreeSet<>();
        found("(?m)^ *need_set ([A-Z_ ]+)", SCRIPT)
                .forEach(names -> asked.addAll(List.of(names.strip().split(" "))));
        assertThat(found("(?m)^([A-Z_]+)=", PackageFiles.FOLDER.resolve("install.conf")))
                .containsAll(asked);
    }

    @Test
    void a_shell_reads_it_and_a_name_that_is_missing_is_told() throws Exception {
        OutsideTool sh = new OutsideTool("sh", folder);
        assertThat(sh.accepts("-n", SCRIPT.toAbsolutePath().toString()))
                .as(sh.output())
                .isTrue();
        Path with = Files.writeString(folder.resolve("install.conf"), "GATEWAYS=gateway-1.example\n");
        assertThat(sh.accepts(
                        SCRIPT.toAbsolutePath().toString(),
                        "--dry-run",
                        "--with",
                        with.toString(),
                        "balancer",
                        "nothing"))
                .isFalse();
        assertThat(sh.output()).contains("there is no part nothing");
        sh.accepts(SCRIPT.toAbsolutePath().toString(), "--dry-run", "--with", with.toString(), "secrets");
        assertThat(sh.output()).contains("would make VAHID_DB_PASSWORD");
        assertThat(folder.resolve("install.conf.secrets")).doesNotExist();
    }
}
