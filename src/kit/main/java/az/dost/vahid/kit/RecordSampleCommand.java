package az.dost.vahid.kit;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.trial.AskedAgency;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Literal;
import az.dost.vahid.kit.synthetic.UnprovenException;
import az.dost.vahid.logging.PlainText;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description =
                "Ask the agency, or read what it sent, and keep that as samples in which every person is invented.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:recorded",
            "1:not everything: no proven answer, or one that cannot be " + "proven to hold nothing real any more",
            "2:wrong arguments"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid connector record civil-status --fins fins.txt --endpoint https://...",
            "  vahid connector record hospital-staff --from staff_20261120.csv --as leaver"
        })
final class RecordSampleCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id of the connector.")
    private String id;

    @ArgGroup(multiplicity = "1")
    private Source source;

    /** Where the replies come from. */
    static final class Source {
        @Option(
                names = "--fins",
                paramLabel = "FILE",
                description = "Whom to ask about: a file with a FIN on each line.")
        private Path fins;

        @Option(
                names = "--from",
                paramLabel = "FILE",
                description =
                        "A reply, or lines of a file drop with their head, as the agency sent them; - for the standard input.")
        private Path from;
    }

    @Option(
            names = "--as",
            paramLabel = "NAME",
            defaultValue = "recorded",
            description = "Name of the samples (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Key by which the same value becomes the same in every recording: 32 bytes, "
                    + "base64. A new one for each recording when not given.")
    private Path key;

    @Mixin
    private AgencyOptions options;

    @Mixin
    private ConnectorsOption connectors;

    @Option(names = "--json", description = "Print what was recorded as JSON.")
    private boolean json;

    private final List<Path> written = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    @Override
    public int run() throws Exception {
        if (!name.matches("[a-z][a-z0-9-]{0,40}")) {
            throw new ParameterException(spec.commandLine(), "A name of samples is of a-z, 0-9 and -");
        }
        CheckedFolder folder =
                new ConnectorCheck(Kit.reader(), Kit.facts(), List.of()).read(connectors.folder(spec, id));
        if (!folder.reading().findings().isEmpty()) {
            throw new IllegalStateException("The connector has errors: run connector check " + id);
        }
        Recording recording = new Recording(
                folder, key == null ? new PersonHash(new SecureRandom().generateSeed(32)) : PersonHash.of(key));
        if (source.from != null) {
            try (GivenFile given = GivenFile.of(source.from, System.in)) {
                take(recording, List.of(given.bytes()), null, "the file");
            }
        } else {
            ask(folder, recording);
        }
        report();
        return refused.isEmpty() ? 0 : 1;
    }

    private void ask(CheckedFolder folder, Recording recording) throws Exception {
        if (folder.connector().call() == null) {
            throw new ParameterException(
                    spec.commandLine(), "A file drop is not asked: give a piece of its file with --from");
        }
        List<String> fins = OthersFiles.beside(source.fins)
                .text(source.fins)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (fins.isEmpty()
                || !fins.stream().allMatch(fin -> Fin.FORM.matcher(fin).matches())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Each line of " + source.fins + " must be a FIN: 7 of 0-9 and A-Z without I and O");
        }
        try (AskedAgency agency = options.open(folder)) {
            for (int i = 0; i < fins.size(); i++) {
                SourceAnswer answer = agency.ask(fins.get(i), folder.connector().timeoutMs());
                if (answer.verdict().spoke()) {
                    take(
                            recording,
                            answer.evidence().stream()
                                    .map(evidence -> evidence.bytes())
                                    .toList(),
                            fins.get(i),
                            "line " + (i + 1));
                } else {
                    refused.add(
                            "line " + (i + 1) + ": the agency's answer is " + answer.verdict() + " " + answer.reason());
                }
            }
        }
    }

    private void take(Recording recording, List<byte[]> replies, String fin, String of) throws IOException {
        try {
            written.addAll(recording.record(replies, fin, name));
        } catch (UnprovenException | IllegalArgumentException e) {
            refused.add(of + ": not recorded, " + e.getMessage());
        }
    }

    private void report() {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode report = JsonNodeFactory.instance.objectNode();
            written.forEach(sample -> report.withArray("samples").add(sample.toString()));
            refused.forEach(reason -> report.withArray("refused").add(reason));
            out.println(Literal.plain(report.toPrettyString()));
        } else {
            written.forEach(sample -> out.println("Wrote " + sample));
            refused.forEach(reason -> out.println(PlainText.of(reason)));
            out.println(written.size() + " samples recorded, " + refused.size()
                    + " refused; look at them, then: connector check " + id);
        }
        out.flush();
    }
}
