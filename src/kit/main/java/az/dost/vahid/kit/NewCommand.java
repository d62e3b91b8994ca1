package az.dost.vahid.kit;

import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.Remark;
import az.dost.vahid.check.Remarks;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.json.Json;
import az.dost.vahid.json.Literal;
import az.dost.vahid.kit.draft.Draft;
import az.dost.vahid.kit.draft.Operations;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description =
                "Write a new connector's folder from the agency's contract, or from a sample of its file or reply.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written, or listed; what is still missing is told",
            "1:nothing could be made of the file",
            "2:wrong arguments"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid connector new civil-status --from contract.wsdl",
            "  vahid connector new --list --facts identity,address --from contract.wsdl",
            "  vahid connector new civil-status --from contract.zip --operation FindPerson",
            "  vahid connector new civil-status --from wsdl/register.wsdl --root .",
            "  vahid connector new notary --from openapi.yaml --operation /rulings",
            "  vahid connector new health-insurance --from answer.xsd --operation Policies",
            "  vahid connector new hospital-staff --from staff_20261120.csv",
            "  vahid connector new deaths --from deaths_20261120.txt --layout layout.csv",
            "  curl -s https://... | vahid connector new hospital-staff --from -"
        })
final class NewCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "Id of the agency, such as civil-status; not with --list.")
    private String id;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            required = true,
            description =
                    "A .wsdl, a .zip that holds one (contract.zip, or contract.zip/register.wsdl), an .xsd alone, an OpenAPI or Swagger file (YAML or JSON, whatever it is called), or a"
                            + " sample: .xml, .json, or rows (.csv, .txt, .dat, ...), or the table of their layout; - for the standard input.")
    private Path from;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "The folder that has all that a contract refers to, where that is not its own.")
    private Path root;

    @Option(
            names = "--operation",
            description =
                    "Which operation of a WSDL (name, Binding#name or SOAP action), element of an .xsd with which an answer or a file begins, or operation of an OpenAPI (its id, its path, or its method and path:"
                            + " 'GET /persons/{id}'), with #VALUE where a discriminator tells several questions apart; when not given, the one that --list has first, as a guess.")
    private String operation;

    @Option(
            names = "--list",
            description =
                    "Write nothing; list the contract's operations instead, with a score and why: whether the question has a place for a"
                            + " personal number, the answer the facts, and whether it reads or changes.")
    private boolean list;

    @Option(
            names = "--facts",
            paramLabel = "FACT",
            split = ",",
            description = "With --list: the canonical facts that are wanted (connector reference --facts has all).")
    private List<String> wanted = List.of();

    @Option(
            names = "--drop",
            description = "An .xml or .json sample, or an .xsd, is of a file that the agency leaves, not of a reply.")
    private boolean drop;

    @Option(
            names = "--layout",
            paramLabel = "FILE",
            description =
                    "Of rows of fixed width: the agency's table of names, first places and lengths, as CSV, Markdown or text.")
    private Path layout;

    @Option(
            names = "--charset",
            description =
                    "Of rows: their character set, such as windows-1251, where what is found in them is not right.")
    private String charset;

    @Mixin
    private ConnectorsOption connectors;

    @Option(names = "--json", description = "Print what was made as JSON.")
    private boolean json;

    @Override
    public int run() throws IOException {
        if (list) {
            return list();
        }
        if (id == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say which id the agency gets, such as civil-status; or --list, what the contract has");
        }
        if (!id.matches("[a-z][a-z0-9-]{1,40}")) {
            throw new ParameterException(
                    spec.commandLine(), "An id is 2 to 41 of a-z, 0-9 and -, the first a letter; not " + id);
        }
        Path folder = connectors.directory().resolve(id);
        if (Files.exists(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is there already");
        }
        try (GivenFile given = GivenFile.of(from, System.in);
                NewFolder made = NewFolder.of(folder)) {
            Draft draft = layout != null || charset != null || Draft.rows(given.path())
                    ? Draft.ofRows(id, given.path(), layout, charset, Kit.facts())
                    : new Draft(id, given.path(), root, operation, drop, Kit.facts());
            draft.write(made.draft());
            made.stand();
            report(folder, draft, Kit.check().check(ConnectorCheck.folders(connectors.directory()), List.of(folder)));
            made.keep();
        }
        return 0;
    }

    private int list() throws IOException {
        List<String> known = Kit.facts().names();
        wanted.stream().filter(fact -> !known.contains(fact)).findFirst().ifPresent(fact -> {
            String near = Nearest.of(fact, known);
            throw new ParameterException(
                    spec.commandLine(),
                    "No fact is called " + fact
                            + (near == null
                                    ? ": connector reference --facts has all"
                                    : "; did you mean " + near + "?"));
        });
        PrintWriter out = spec.commandLine().getOut();
        try (GivenFile given = GivenFile.of(from, System.in)) {
            DraftLines.print(new Operations(given.path(), root, drop, wanted, Kit.facts()), json, out);
        }
        out.flush();
        return 0;
    }

    private void report(Path folder, Draft draft, Remarks remarks) throws IOException {
        List<String> facts = draft.facts();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode made = JsonNodeFactory.instance.objectNode().put("folder", folder.toString());
            made.putArray("facts")
                    .addAll(facts.stream()
                            .map(JsonNodeFactory.instance::textNode)
                            .toList());
            made.putArray("notes")
                    .addAll(draft.notes().stream()
                            .map(JsonNodeFactory.instance::textNode)
                            .toList());
            made.set("guesses", DraftLines.json(draft.guesses()));
            made.putArray("findings")
                    .addAll(remarks.sorted().stream().map(Remark::json).toList());
            out.println(
                    Literal.plain(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(made)));
        } else {
            out.println("Wrote " + folder
                    + (facts.isEmpty()
                            ? "; no fact could be proposed with certainty"
                            : " with " + String.join(", ", facts)));
            draft.notes().forEach(note -> out.println("note: " + note));
            DraftLines.print(draft.guesses(), remarks, spec.commandLine());
            out.println("Next: fill in connector.yaml, finish mapping.jslt, add samples; then: connector check " + id);
        }
        out.flush();
    }
}
