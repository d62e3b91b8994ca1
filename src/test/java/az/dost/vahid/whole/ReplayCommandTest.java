package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Connector.Protocol;
import az.dost.vahid.kit.ConnectorCommand;
import az.dost.vahid.mock.population.Personas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A dossier of the running gateway is read again from its record. */
class ReplayCommandTest {
    private final RunningVahid vahid = RunningVahid.get();

    @Test
    void every_called_agencys_answer_is_mapped_again_to_the_same_facts() throws Exception {
        Dossier dossier = vahid.clerk().ask(Personas.MARTYRS_WIDOW.fin());
        StringWriter out = new StringWriter();
        int code = new CommandLine(new ConnectorCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(out))
                .execute("replay", dossier.json().path("dossierId").asText(), "--data", vahid.data().toString(), "--json");
        assertThat(code).as(out.toString()).isZero();
        JsonNode rows = new ObjectMapper().readTree(out.toString());
        assertThat(rows).hasSize((int) dossier.verdicts().values().stream().filter(verdict -> verdict.matches("ANSWERED|NO_RECORD")).count());
        assertThat(rows).filteredOn(row -> !row.has("note"))
                .hasSize((int) vahid.connectors().stream().filter(connector -> connector.protocol() != Protocol.FILE).count());
        assertThat(out.toString()).doesNotContain(Personas.MARTYRS_WIDOW.fin());
    }
}
