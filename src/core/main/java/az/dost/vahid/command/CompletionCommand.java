package az.dost.vahid.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Teaches a shell the commands. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print a script by which a shell completes the commands and their options.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "1:failed", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(vahid completion bash)                                   # this bash; into ~/.bashrc for all",
            "  source <(vahid completion zsh)                                    # this zsh; into ~/.zshrc for all",
            "  vahid completion fish > ~/.config/fish/completions/vahid.fish"
        })
public final class CompletionCommand implements Callable<Integer> {
    /** The launcher's name. */
    private static final String NAME = "vahid";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell;

    @Option(names = "--json", description = "Print the shell and the script as JSON.")
    private boolean json;

    /** Shells that can be taught. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        // Its script is one for both: it knows by itself that it is in zsh.
        String script = shell == Shell.fish ? FishCompletion.of(NAME, root) : AutoComplete.bash(NAME, root);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("shell", shell.name())
                    .put("script", script)
                    .toPrettyString());
        } else {
            out.print(script);
        }
        out.flush();
        return 0;
    }
}
