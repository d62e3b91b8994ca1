package az.dost.vahid.kit;

import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.trial.Trials;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.command.RecordDatabaseOptions;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.FolderReader;
import az.dost.vahid.connector.VersionArchive;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Literal;
import az.dost.vahid.logging.PlainText;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.MasterKeys;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Map a dossier's evidence again, by the version of each connector that read it and by the newest; show where they differ.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the newest versions make the same of it",
            "1:something differs, or could not be mapped again",
            "2:wrong arguments"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid connector replay 0190a8c2-3f4e-7b1a-9c2d-5e6f7a8b9c0d",
            "  vahid connector replay 0190a8c2-3f4e-7b1a-9c2d-5e6f7a8b9c0d --values"
        })
final class ReplayCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DOSSIER", description = "Id of the dossier.")
    private UUID dossier;

    @Mixin
    private RecordDatabaseOptions record;

    @Option(
            names = "--master-key",
            paramLabel = "FILE",
            description = "Opens the evidence; default: keys/record.key in --data.")
    private Path masterKey;

    @Option(
            names = "--connectors",
            paramLabel = "DIR",
            description = "The newest versions, where they are not the built-in ones.")
    private Path connectors;

    @Option(names = "--values", description = "Show the values that differ: they are personal data.")
    private boolean values;

    @Option(names = "--json", description = "Print the rows as JSON.")
    private boolean json;

    private FolderReader reader;

    @Override
    public int run() {
        // Not with the command, which is made at every start: it reads schemas.
        reader = Kit.reader();
        DataSource database = new DriverManagerDataSource(record.url(spec));
        VersionArchive archive = new VersionArchive(record.data(), new JdbcTemplate(database));
        List<KeptEvidence> evidence = evidence(database);
        if (evidence.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The record has no evidence of dossier " + dossier + " that was used, or its time is over");
        }
        List<Replay.Row> rows = new Replay(
                        piece -> piece.evidence().version() == null
                                ? Optional.empty()
                                : archive.find(piece.agency(), piece.evidence().version())
                                        .flatMap(folder -> read(
                                                new OthersFiles(folder).resource(folder.resolve("connector.yaml")),
                                                piece.agency()))
                                        .filter(read -> read.version()
                                                .equals(piece.evidence().version())),
                        piece -> newest(piece.agency()))
                .rows(evidence);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Literal.plain(json(rows).toPrettyString()));
        } else {
            rows.forEach(row -> say(row, out));
        }
        out.flush();
        return rows.stream()
                        .allMatch(row -> row.differences().isEmpty()
                                && (row.note() == null || !row.note().startsWith("it cannot")))
                ? 0
                : 1;
    }

    /** A template in a signature would be opened, with what it stands on, whenever the commands are described. */
    private List<KeptEvidence> evidence(DataSource database) {
        CryptoProvider crypto = new CryptoProvider(true);
        try {
            MasterKeys key =
                    MasterKeys.of(masterKey != null ? masterKey : record.data().resolve("keys/record.key"), crypto);
            return Trials.here().evidence(dossier, database, key, crypto);
        } catch (DataAccessException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The database cannot be read: " + e.getMostSpecificCause().getMessage());
        }
    }

    /** Of the folder given, or else built in. */
    private Optional<ConnectorFolder> newest(String agency) {
        Path own = connectors == null ? null : connectors.resolve(agency).resolve("connector.yaml");
        return read(
                own != null && OthersFiles.beside(own).has(own)
                        ? OthersFiles.beside(own).resource(own)
                        : new ClassPathResource("connectors/" + agency + "/connector.yaml"),
                agency);
    }

    private Optional<ConnectorFolder> read(Resource descriptor, String agency) {
        FolderReader.Reading reading = descriptor.exists() ? reader.read(descriptor, agency) : null;
        return reading == null || !reading.findings().isEmpty()
                ? Optional.empty()
                : Optional.of(new ConnectorFolder(reading.connector(), reading.mapping(), descriptor));
    }

    private void say(Replay.Row row, PrintWriter out) {
        out.println(row.agency() + ": "
                + (row.note() != null
                        ? row.note()
                        : row.differences().isEmpty()
                                ? row.changed() ? "another version, the same facts" : "the same version, the same facts"
                                : row.differences().size() + " differences"));
        row.differences()
                .forEach(difference -> out.println(PlainText.of("  "
                        + (values
                                ? difference.at() + ": " + difference.expected() + " is now " + difference.found()
                                : difference.at()))));
    }

    private ArrayNode json(List<Replay.Row> rows) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Replay.Row row : rows) {
            ObjectNode object = list.addObject()
                    .put("agency", row.agency())
                    .put("version", row.version())
                    .put("changed", row.changed());
            if (row.note() != null) {
                object.put("note", row.note());
            }
            ArrayNode differences = object.putArray("differences");
            row.differences().forEach(difference -> {
                ObjectNode shown =
                        differences.addObject().put("at", difference.at().toString());
                if (values) {
                    shown.set("then", difference.expected());
                    shown.set("now", difference.found());
                }
            });
        }
        return list;
    }
}
