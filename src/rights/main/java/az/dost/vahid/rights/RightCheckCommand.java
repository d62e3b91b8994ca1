package az.dost.vahid.rights;

import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Reading;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check rights against their schema, the facts and each other; list every error at once.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no errors", "1:errors", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {"  vahid right check", "  vahid right check --rights rights --json"})
final class RightCheckCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RightsOption rights;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Override
    public int run() {
        Reading<List<Right>> reading = rights.read(spec, Vocabulary.builtIn());
        List<Finding> findings =
                reading.findings().stream().sorted(DefinitionException.ORDER).toList();
        List<Right> good = reading.content();
        long versions =
                good.stream().mapToLong(right -> right.versions().size()).sum();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode report = JsonNodeFactory.instance
                    .objectNode()
                    .put("errors", findings.size())
                    .put("rights", good.size())
                    .put("versions", versions);
            findings.forEach(finding -> report.withArray("findings")
                    .addObject()
                    .put("file", finding.file())
                    .put("line", finding.line())
                    .put("column", finding.column())
                    .put("message", finding.message())
                    .put("suggestion", finding.suggestion()));
            out.println(report.toPrettyString());
        } else {
            findings.forEach(out::println);
            out.println(
                    findings.isEmpty()
                            ? "%d rights in %d versions".formatted(good.size(), versions)
                            : findings.size() + (findings.size() == 1 ? " error" : " errors"));
        }
        out.flush();
        return findings.isEmpty() ? 0 : 1;
    }
}
