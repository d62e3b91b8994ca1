package az.dost.vahid.app;

import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.command.RecordDatabaseOptions;
import az.dost.vahid.proof.blob.Blobs;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Read every file that the database has, and tell which are not in the store or not what"
                + " was kept: after a restore of either.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all are there", "1:some are not", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {"  vahid files check", "  vahid files check --database jdbc:postgresql://... --json"})
final class CheckFilesCommand implements QuietCommand {
    private static final int PAGE = 500;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RecordDatabaseOptions record;

    @Mixin
    private StoreOptions store;

    @Option(names = "--json", description = "Print what is there and what is not as JSON.")
    private boolean json;

    private final ObjectNode told = JsonNodeFactory.instance.objectNode();
    private final ArrayNode missing = told.putArray("missing");
    private long read;

    @Override
    public int run() {
        JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(record.url(spec)));
        Blobs blobs = store.blobs(record, jdbc.getDataSource());
        PrintWriter out = spec.commandLine().getOut();
        try {
            List<UUID> page;
            UUID last = new UUID(0, 0);
            do {
                page = jdbc.queryForList(
                        "select id from blob where id > ? order by id limit " + PAGE, UUID.class, last);
                page.forEach(id -> check(blobs, id));
                last = page.isEmpty() ? last : page.get(page.size() - 1);
            } while (page.size() == PAGE);
        } catch (DataAccessException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The database cannot be read: " + e.getMostSpecificCause().getMessage());
        }
        if (json) {
            out.println(told.put("kept", read).toPrettyString());
        } else {
            missing.forEach(file -> out.println(
                    file.path("id").asText() + ": " + file.path("because").asText()));
            out.println(read + " files are what was kept, " + missing.size() + " are not");
        }
        out.flush();
        return missing.isEmpty() ? 0 : 1;
    }

    private void check(Blobs blobs, UUID id) {
        try (InputStream content = blobs.open(id)) {
            content.transferTo(OutputStream.nullOutputStream());
            read++;
        } catch (IOException e) {
            missing.addObject().put("id", id.toString()).put("because", e.getMessage());
        }
    }
}
