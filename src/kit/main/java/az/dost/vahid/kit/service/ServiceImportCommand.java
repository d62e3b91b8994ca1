package az.dost.vahid.kit.service;

import az.dost.vahid.check.service.BuiltInServices;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Reading;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Json;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.passport.list.ImportedList;
import az.dost.vahid.passport.list.ServiceListReader;
import az.dost.vahid.passport.list.ServiceSheet;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ByteArrayResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Take a list of services, as DOST gives it, into a catalogue: all of it, or with a mistake in it nothing.",
            "The list is CSV in UTF-8 with the columns family and az, and officialId, code, en, channels and audience where they are known."
                    + " A row with the code of a passport tells that DOST offers this service."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the catalogue is written",
            "1:the list has mistakes, and nothing is written",
            "2:wrong arguments"
        },
        footerHeading = "%nExamples:%n",
        footer = "  vahid service import services.csv --source \"DOST, list of 1 December 2026\" --dated 2026-12-01")
final class ServiceImportCommand implements QuietCommand {
    private static final int MOST_BYTES = 8 << 20;
    private static final int LONGEST_SOURCE = 300;
    private static final Pattern DATED = Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.csv", description = "The list.")
    private Path list;

    @Option(names = "--source", required = true, description = "Where the list is from: a law, an address or a letter.")
    private String source;

    @Option(
            names = "--dated",
            required = true,
            description = "Day, month or year of the list, as 2026-11-28, 2026-11 or 2026.")
    private String dated;

    @Mixin
    private CatalogueOption catalogue;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "catalogue.yaml",
            description = "The catalogue that is written (default: ${DEFAULT-VALUE}); name it in vahid.catalogue.")
    private Path out;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Override
    public int run() throws IOException {
        if (!DATED.matcher(dated).matches()
                || source.isBlank()
                || source.length() > LONGEST_SOURCE
                || source.chars().anyMatch(Character::isISOControl)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--dated is a day, a month or a year, and --source a text of at most " + LONGEST_SOURCE
                            + " characters");
        }
        OthersFiles given = OthersFiles.beside(list);
        if (!given.has(list) || given.isLonger(list, MOST_BYTES)) {
            throw new ParameterException(spec.commandLine(), list + " is no file of at most " + MOST_BYTES + " bytes");
        }
        ServiceReport report = new ServiceReport(spec.commandLine().getOut(), json);
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        PassportCatalogue passports = BuiltInServices.passports();
        Wordbook words = Wordbook.builtIn();
        Map<String, String> families = BuiltInServices.families(passports);
        ServiceListReader reader = BuiltInServices.reader(passports, words);
        reader.read(catalogue.resource(spec), catalogue.name()).strict();
        Reading<List<ObjectNode>> rows =
                ServiceSheet.read(list.toString(), given.bytes(list, MOST_BYTES), words, families);
        if (rows.content() == null) {
            return report.print(
                    rows.findings(),
                    figures.put("imported", 0),
                    rows.findings().size() + " mistakes; nothing is imported");
        }
        ImportedList imported = new ImportedList(
                Json.yaml().readTree(catalogue.resource(spec).getContentAsString(StandardCharsets.UTF_8)),
                families.keySet(),
                source,
                dated);
        byte[] text = text(imported.with(rows.content()));
        List<Finding> findings =
                reader.read(new ByteArrayResource(text), out.toString()).findings();
        if (!findings.isEmpty()) {
            return report.print(
                    findings,
                    figures.put("imported", 0),
                    "the catalogue would have " + findings.size() + " errors; nothing is imported");
        }
        write(text);
        figures.put("imported", rows.content().size()).put("file", out.toString());
        imported.dropped().forEach(figures.withArray("dropped")::add);
        return report.print(
                List.of(),
                figures,
                rows.content().size() + " services imported into " + out
                        + (imported.dropped().isEmpty()
                                ? ""
                                : "; left out, because the list does not have them: "
                                        + String.join(", ", imported.dropped())));
    }

    private static byte[] text(ObjectNode content) throws IOException {
        return ("# Made by the command service import. What it says is held to contracts/catalogue.schema.json.\n"
                        + Json.yaml().writeValueAsString(content))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A gateway that reads it meanwhile sees the old one or the new one. */
    private void write(byte[] text) throws IOException {
        Path whole = out.toAbsolutePath();
        Path next = whole.resolveSibling(whole.getFileName() + ".new");
        try {
            Files.write(next, text);
            Files.move(next, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
