package az.dost.vahid.kit;

import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.json.Json;
import az.dost.vahid.json.Literal;
import az.dost.vahid.kit.check.Kit;
import az.dost.vahid.kit.check.Remark;
import az.dost.vahid.kit.check.Remarks;
import az.dost.vahid.kit.check.Severity;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Check connectors against schemas, contracts and their samples; list every error at once.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:no errors; there may be warnings", "1:errors", "2:wrong arguments"},
        footerHeading = "%nExamples:%n", footer = {
            "  vahid connector check",
            "  vahid connector check civil-status --connectors desk/connectors",
            "  vahid connector check --json"})
final class CheckCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids of connectors; all of the folder when none is given.")
    private List<String> ids = List.of();

    @Mixin
    private ConnectorsOption connectors;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Override
    public int run() throws IOException {
        List<Path> folders = connectors.folders(spec);
        List<Path> chosen = ids.isEmpty() ? folders : ids.stream().map(id -> connectors.folder(spec, id)).toList();
        Remarks remarks = Kit.check().check(folders, chosen);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Literal.plain(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json(remarks, chosen))));
        } else {
            RemarkLines.print(remarks, spec.commandLine());
            out.printf("%d errors, %d warnings in %d connectors%n", remarks.count(Severity.ERROR), remarks.count(Severity.WARNING), chosen.size());
        }
        out.flush();
        return remarks.count(Severity.ERROR) == 0 ? 0 : 1;
    }

    private static ObjectNode json(Remarks remarks, List<Path> chosen) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        chosen.forEach(folder -> json.withArray("connectors").add(folder.getFileName().toString()));
        json.put("errors", remarks.count(Severity.ERROR)).put("warnings", remarks.count(Severity.WARNING));
        json.putArray("findings").addAll(remarks.sorted().stream().map(Remark::json).toList());
        return json;
    }
}
