package az.dost.vahid.app;

import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.command.RecordDatabaseOptions;
import az.dost.vahid.folder.OwnFiles;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
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
        name = "get",
        mixinStandardHelpOptions = true,
        description =
                "Write a file, the signature beside it and the report on it into a folder. They hold personal data.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "1:the command failed",
            "2:wrong arguments, no such file, or the database cannot be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  vahid files get 01890a5d-ac96-774b-bcce-b302099a8057 --to fetched"})
final class GetFileCommand implements QuietCommand {
    private static final String FIND = """
            select name, beside, report::text from drop_file where blob = ?
            union all
            select name, (select content from file_delivery where transfer = id and content is not null and target like 'in/%' limit 1), null
            from file_transfer where id = ?""";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id of the file, as 'files list' and the log have it.")
    private UUID id;

    @Mixin
    private RecordDatabaseOptions record;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "Where to write it; made if it is not there, readable by its owner alone.")
    private Path folder;

    @Mixin
    private StoreOptions store;

    @Option(
            names = "--signature",
            defaultValue = ".p7s",
            paramLabel = "SUFFIX",
            description = "Ends the signature's name; default: ${DEFAULT-VALUE}.")
    private String suffix;

    @Option(names = "--json", description = "Print the names of what was written as JSON.")
    private boolean json;

    private record Kept(String name, byte[] signature, String report) {}

    @Override
    public int run() throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(record.url(spec)));
        Kept kept;
        try {
            kept =
                    jdbc
                            .query(
                                    FIND,
                                    (row, n) -> new Kept(row.getString(1), row.getBytes(2), row.getString(3)),
                                    id,
                                    id)
                            .stream()
                            .findFirst()
                            .orElseThrow(() -> new ParameterException(spec.commandLine(), "No file has the id " + id));
        } catch (DataAccessException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The database cannot be read: " + e.getMostSpecificCause().getMessage());
        }
        String name = PlainName.of(kept.name()).equals("-") ? id.toString() : kept.name();
        if (!Files.isDirectory(folder)) {
            OwnFiles.folder(folder);
        }
        try (InputStream content = store.blobs(record, jdbc.getDataSource()).open(id);
                OutputStream file = OwnFiles.stream(folder.resolve(name))) {
            content.transferTo(file);
        }
        ObjectNode written = JsonNodeFactory.instance
                .objectNode()
                .put("id", id.toString())
                .put("file", folder.resolve(name).toString());
        write(written, "signature", name + suffix, kept.signature());
        write(
                written,
                "report",
                name + ".report.json",
                kept.report() == null ? null : kept.report().getBytes(StandardCharsets.UTF_8));
        spec.commandLine()
                .getOut()
                .println(json ? written.toPrettyString() : written.path("file").asText());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void write(ObjectNode written, String what, String name, byte[] content) throws IOException {
        if (content != null) {
            try (OutputStream file = OwnFiles.stream(folder.resolve(name))) {
                file.write(content);
            }
            written.put(what, folder.resolve(name).toString());
        }
    }
}
