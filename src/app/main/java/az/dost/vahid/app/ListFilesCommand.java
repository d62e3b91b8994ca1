package az.dost.vahid.app;

import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.command.RecordDatabaseOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
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
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Show the newest files: id, time (UTC), whose, what became of it, bytes, name.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:the command failed", "2:wrong arguments, or the database cannot be read"},
        footerHeading = "%nExamples:%n",
        footer = {"  vahid files list", "  vahid files list --of notary --refused --most 10 --json"})
final class ListFilesCommand implements QuietCommand {
    private static final String FILES = """
            select id, to_char(kept_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), whose, state, bytes, name from (
                select blob.id, kept_at, agency as whose, state || coalesce(' ' || reason, '') as state, bytes, name from blob join drop_file on drop_file.blob = blob.id
                union all
                select blob.id, kept_at, sender, state || coalesce(' ' || reason, ''), bytes, name from blob join file_transfer using (id)) files
            where whose = coalesce(?, whose) and (state not like 'LOADED%' and state not like 'TAKEN%' and state not like 'LATE%' or not ?)
            order by id desc limit ?""";

    @Spec
    private CommandSpec spec;

    @Mixin
    private RecordDatabaseOptions record;

    @Option(names = "--of", paramLabel = "ID", description = "Only those of this agency, or of this partner.")
    private String whose;

    @Option(names = "--refused", description = "Only those that were refused.")
    private boolean refused;

    @Option(names = "--most", defaultValue = "50", description = "How many; default: ${DEFAULT-VALUE}.")
    private int most;

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    @Override
    public int run() {
        PrintWriter out = spec.commandLine().getOut();
        ArrayNode files = JsonNodeFactory.instance.arrayNode();
        try {
            new JdbcTemplate(new DriverManagerDataSource(record.url(spec)))
                    .query(
                            FILES,
                            row -> {
                                files.addObject()
                                        .put("id", row.getString(1))
                                        .put("keptAt", row.getString(2))
                                        .put("of", row.getString(3))
                                        .put("state", row.getString(4))
                                        .put("bytes", row.getLong(5))
                                        .put("name", PlainName.of(row.getString(6)));
                            },
                            whose,
                            refused,
                            most);
        } catch (DataAccessException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The database cannot be read: " + e.getMostSpecificCause().getMessage());
        }
        if (json) {
            out.println(files.toPrettyString());
        } else {
            files.forEach(file -> out.println(StreamSupport.stream(file.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining("  "))));
        }
        out.flush();
        return 0;
    }
}
