package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shells themselves complete by the scripts; one that is not installed is skipped, and says so. */
class CompletionTest {
    @TempDir
    private Path folder;

    private String script(String shell) {
        StringWriter out = new StringWriter();
        assertThat(CommandLineEntry.commandLine(settings -> 0)
                        .setOut(new PrintWriter(out))
                        .execute("completion", shell))
                .isZero();
        return out.toString();
    }

    private String said(String shell, String... arguments) throws IOException, InterruptedException {
        OutsideTool tool =
                new OutsideTool(shell, folder).file("script", script(shell).getBytes(StandardCharsets.UTF_8));
        boolean accepted = tool.accepts(arguments);
        assertThat(accepted).as(tool.output()).isTrue();
        return tool.output();
    }

    private String bash(String words, int at) throws IOException, InterruptedException {
        return said(
                "bash",
                "-c",
                "source ./script; COMP_WORDS=(" + words + "); COMP_CWORD=" + at
                        + "; $(complete -p vahid | sed 's/.*-F \\([^ ]*\\) .*/\\1/') vahid 2>/dev/null; echo \"${COMPREPLY[@]}\"");
    }

    @Test
    void bash_completes_commands_and_options() throws Exception {
        assertThat(bash("vahid connector ch", 2).strip()).isEqualTo("check");
        assertThat(bash("vahid connector new --op", 3).strip()).isEqualTo("--operation");
        assertThat(bash("vahid completion f", 2).strip()).isEqualTo("fish");
    }

    @Test
    void zsh_completes_commands() throws Exception {
        // Without its line editor zsh shows no completion; that the script is taken and a function is there is what can
        // be asked.
        assertThat(said(
                                "zsh",
                                "-f",
                                "-c",
                                "autoload -U compinit && compinit -u -d dump; source ./script && print ${_comps[vahid]}")
                        .strip())
                .isNotEmpty();
    }

    @Test
    void fish_completes_commands_options_and_values() throws Exception {
        Files.createDirectories(folder.resolve("home"));
        String asked = said(
                "fish",
                "--no-config",
                "-c",
                "source ./script; complete -C 'vahid connector ch'; complete -C 'vahid connector new --op'; complete -C 'vahid completion f';"
                        + " complete -C 'vahid connector check --conn'");
        assertThat(asked.lines().map(line -> line.replaceFirst("\t.*", "")))
                .contains("check", "--operation", "fish", "--connectors")
                .doesNotContain("new", "bash");
    }
}
