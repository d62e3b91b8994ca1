package az.dost.vahid.kit;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.trial.AskedAgency;
import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.json.Literal;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        description =
                "Ask the agency about one person, by the gateway's own route: raw reply, tree, mapping, facts and proof.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the agency answered, and its answer was proven and mapped",
            "1:it did not, or was not",
            "2:wrong arguments"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid connector try civil-status --fin 5ZZ5ZZ5 --endpoint http://localhost:9200",
            "  vahid connector try civil-status --fin --set vahid.secrets.key=...   # asks for the FIN"
        })
final class TryCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id of the connector.")
    private String id;

    @Option(
            names = "--fin",
            required = true,
            interactive = true,
            arity = "0..1",
            description = "Whom to ask about; asked for when not given.")
    private String fin;

    @Mixin
    private AgencyOptions options;

    @Mixin
    private ConnectorsOption connectors;

    @Option(names = "--json", description = "Print everything as JSON.")
    private boolean json;

    @Override
    public int run() throws Exception {
        if (!Fin.FORM.matcher(fin).matches()) {
            throw new ParameterException(spec.commandLine(), "A FIN is 7 of 0-9 and A-Z without I and O");
        }
        CheckedFolder folder =
                new ConnectorCheck(Kit.reader(), Kit.facts(), List.of()).read(connectors.folder(spec, id));
        if (!folder.reading().findings().isEmpty() || folder.connector().call() == null) {
            throw new CommandFailure(
                    folder.reading().findings().isEmpty()
                            ? "A file drop is not asked: nothing to try"
                            : "The connector has errors: run connector check " + id);
        }
        try (AskedAgency agency = options.open(folder)) {
            SourceAnswer answer = agency.ask(fin, folder.connector().timeoutMs());
            TriedAnswer tried = new TriedAnswer(folder, answer, agency.exchanged());
            PrintWriter out = spec.commandLine().getOut();
            out.println(Literal.plain(json ? tried.json().toPrettyString() : tried.text()));
            out.flush();
            return answer.verdict() == Verdict.ANSWERED || answer.verdict() == Verdict.NO_RECORD ? 0 : 1;
        }
    }
}
