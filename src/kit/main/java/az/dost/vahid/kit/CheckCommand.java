package az.dost.vahid.kit;

import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.Remark;
import az.dost.vahid.check.Remarks;
import az.dost.vahid.check.Severity;
import az.dost.vahid.command.Colours;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.json.Json;
import az.dost.vahid.json.Literal;
import az.dost.vahid.kit.accept.Acceptance;
import az.dost.vahid.kit.accept.AcceptedSample;
import az.dost.vahid.logging.PlainText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check connectors against schemas, contracts and their samples; list every error at once.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no errors; there may be warnings", "1:errors", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid connector check",
            "  vahid connector check civil-status --connectors desk/connectors",
            "  vahid connector check civil-status --accept",
            "  vahid connector check --watch",
            "  vahid connector check --json"
        })
final class CheckCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "Ids of connectors; all of the folder when none is given.")
    private List<String> ids = List.of();

    @Mixin
    private ConnectorsOption connectors;

    @Option(
            names = "--accept",
            description =
                    "First write each sample's expected.json as the mapping gives it, for you to review, and show what changed."
                            + " A file that is not as it was written so is left alone.")
    private boolean accept;

    @Option(names = "--overwrite", description = "With --accept: replace also what a person has written.")
    private boolean overwrite;

    @Option(names = "--watch", description = "Go on, and check again whenever a file changes; Ctrl-C ends it.")
    private boolean watch;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Override
    public int run() throws IOException {
        if (overwrite && !accept || accept && watch) {
            throw new ParameterException(
                    spec.commandLine(),
                    overwrite && !accept
                            ? "--overwrite goes with --accept"
                            : "--accept and --watch do not go together");
        }
        return watch ? watched() : once();
    }

    private int watched() throws IOException {
        // Wrong arguments end the command before anything is waited for.
        chosen(connectors.folders(spec));
        try (FolderWatch folder = new FolderWatch(connectors.directory())) {
            while (true) {
                try {
                    once();
                } catch (ParameterException e) {
                    // A connector that is being moved may be there again soon.
                    spec.commandLine().getOut().println(PlainText.of(e.getMessage()));
                }
                spec.commandLine().getOut().flush();
                folder.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private List<Path> chosen(List<Path> folders) {
        return ids.isEmpty()
                ? folders
                : ids.stream().map(id -> connectors.folder(spec, id)).toList();
    }

    private int once() throws IOException {
        List<Path> folders = connectors.folders(spec);
        List<Path> chosen = chosen(folders);
        ConnectorCheck check = Kit.check();
        List<AcceptedSample> accepted =
                accept ? Acceptance.of(chosen.stream().map(check::read).toList(), overwrite) : List.of();
        Remarks remarks = check.check(folders, chosen);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Literal.plain(Json.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(json(remarks, chosen, accepted))));
        } else {
            accepted.forEach(sample -> sample.lines().forEach(line -> out.println(PlainText.of(line))));
            print(remarks, spec.commandLine());
            out.printf(
                    "%d errors, %d warnings in %d connectors%n",
                    remarks.count(Severity.ERROR), remarks.count(Severity.WARNING), chosen.size());
        }
        out.flush();
        return remarks.count(Severity.ERROR) == 0 ? 0 : 1;
    }

    private ObjectNode json(Remarks remarks, List<Path> chosen, List<AcceptedSample> accepted) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        chosen.forEach(
                folder -> json.withArray("connectors").add(folder.getFileName().toString()));
        json.put("errors", remarks.count(Severity.ERROR)).put("warnings", remarks.count(Severity.WARNING));
        json.putArray("findings")
                .addAll(remarks.sorted().stream().map(Remark::json).toList());
        if (accept) {
            json.putArray("accepted")
                    .addAll(accepted.stream().map(AcceptedSample::json).toList());
        }
        return json;
    }

    /** What a check has to say, for people: a line each. */
    private static void print(Remarks remarks, CommandLine command) {
        for (Remark remark : remarks.sorted()) {
            command.getOut()
                    .println(
                            remark.severity() == Severity.ERROR
                                    ? Colours.error(command, remark.toString())
                                    : Colours.warning(command, remark.toString()));
        }
    }
}
