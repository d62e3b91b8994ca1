package az.dost.vahid.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which Vahid this is, and on which Java it runs. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "Print the version of Vahid and of the Java that it runs on.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "1:failed", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {"  vahid version", "  vahid version --json"})
final class VersionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String java = System.getProperty("java.version");
        out.println(
                json
                        ? JsonNodeFactory.instance
                                .objectNode()
                                .put("vahid", Version.text())
                                .put("java", java)
                                .toPrettyString()
                        : "Vahid " + Version.text() + ", Java " + java);
        out.flush();
        return 0;
    }
}
