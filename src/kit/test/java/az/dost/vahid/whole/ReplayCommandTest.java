package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.command.RunningDatabase;
import az.dost.vahid.connector.Connector.Protocol;
import az.dost.vahid.kit.ConnectorCommand;
import az.dost.vahid.mock.population.Personas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/** A dossier of the running gateway is read again from its record. */
class ReplayCommandTest {
    private final RunningVahid vahid = RunningVahid.get();

    @Test
    void every_called_agencys_answer_is_mapped_again_to_the_same_facts() throws Exception {
        Dossier dossier = vahid.clerk().ask(Personas.MARTYRS_WIDOW.fin());
        StringWriter out = new StringWriter();
        int code = new CommandLine(new ConnectorCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(
                        "replay",
                        dossier.json().path("dossierId").asText(),
                        "--data",
                        vahid.data().toString(),
                        "--json");
        assertThat(code).as(out.toString()).isZero();
        JsonNode rows = new ObjectMapper().readTree(out.toString());
        assertThat(rows).hasSize((int) dossier.verdicts().values().stream()
                .filter(verdict -> verdict.matches("ANSWERED|NO_RECORD"))
                .count());
        assertThat(rows).filteredOn(row -> !row.has("note")).hasSize((int) vahid.connectors().stream()
                .filter(connector -> connector.protocol() != Protocol.FILE)
                .count());
        assertThat(out.toString()).doesNotContain(Personas.MARTYRS_WIDOW.fin());
    }

    @Test
    void a_machine_that_never_ran_a_version_has_it_from_the_database_and_believes_its_digest_alone(@TempDir Path other)
            throws Exception {
        Dossier dossier = vahid.clerk().ask(Personas.MARTYRS_WIDOW.fin());
        String dossierId = dossier.json().path("dossierId").asText();
        String url = RunningDatabase.url(vahid.data().resolve("postgresql")).orElseThrow();
        String[] arguments = {
            "replay",
            dossierId,
            "--data",
            other.toString(),
            "--database",
            url,
            "--master-key",
            vahid.data().resolve("keys/record.key").toString(),
            "--json"
        };
        StringWriter out = new StringWriter();
        assertThat(new CommandLine(new ConnectorCommand())
                        .setOut(new PrintWriter(out))
                        .execute(arguments))
                .as(out.toString())
                .isZero();
        JdbcTemplate database = vahid.bean(JdbcTemplate.class);
        database.update(
                "update connector_version set content = content || chr(10) where agency = 'tax' and file = 'connector.yaml'");
        try {
            FileSystemUtils.deleteRecursively(other.resolve("connector-versions"));
            out.getBuffer().setLength(0);
            new CommandLine(new ConnectorCommand()).setOut(new PrintWriter(out)).execute(arguments);
            JsonNode rows = new ObjectMapper().readTree(out.toString());
            assertThat(rows)
                    .filteredOn(row -> row.path("agency").asText().equals("tax"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.path("note").asText()).contains("not kept"));
        } finally {
            database.update(
                    "update connector_version set content = left(content, -1) where agency = 'tax' and file = 'connector.yaml'");
        }
    }
}
