package az.dost.vahid.kit.check;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.agency.SingleAgency;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.kit.ConnectorCommand;
import az.dost.vahid.kit.certify.Rehearsal;
import az.dost.vahid.kit.certify.TriedAgency;
import az.dost.vahid.kit.rehearse.PlayedAgency;
import az.dost.vahid.kit.rehearse.PlayedServer;
import az.dost.vahid.signature.rehearsal.PlayedGateway;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * Contracts that nobody here wrote become connectors by the kit's commands and by edits in one folder. Each lies below
 * {@code kit/public} with its source and licence, and what a person changes in the folder that {@code connector new} writes.
 */
class PublicContractsTest {
    private static final Path PUBLIC = Path.of("src/test/resources/kit/public");
    private static final String FIN = "5ZZ5ZZ5";

    @TempDir
    private Path desk;

    private record Said(int code, String text) { }

    private Said vahid(String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine command = new CommandLine(new ConnectorCommand());
        command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return new Said(command.execute(arguments), said.toString());
    }

    /** What {@code connector new} made of it. */
    private Said written(String id, String contract, String operation) {
        List<String> arguments = new ArrayList<>(List.of("new", id, "--from", PUBLIC.resolve(id).resolve("source").resolve(contract).toString(),
                "--connectors", desk.resolve("connectors").toString()));
        if (operation != null) {
            arguments.addAll(List.of("--operation", operation));
        }
        return vahid(arguments.toArray(String[]::new));
    }

    private void edit(String id) throws IOException {
        Path edits = PUBLIC.resolve(id).resolve("edits");
        try (Stream<Path> files = Files.walk(edits)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = desk.resolve("connectors").resolve(id).resolve(edits.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"person-adapter, example-adapter.wsdl, personDetails, identity.birthDate",
        "brp, personen.openapi.yaml, /personen#RaadpleegMetBurgerservicenummer, .personen[].geboorte.datum.datum",
        "legislators, legislators-historical_20260104.csv, , identity.surname",
        "state-benefits, application.yaml, GET /individuals/state-benefits/{nino}/{taxYear}, .stateBenefits[].startDate",
        "core-person, core-person-record.json, getByPrisonNumber, identity.birthDate"})
    void a_public_contract_becomes_a_folder_that_passes_its_check(String id, String contract, String operation, String proposed) throws IOException {
        Said made = written(id, contract, operation);
        assertThat(made.code()).as(made.text()).isZero();
        // That a FIN may stand in an address, a person declares.
        assertThat(made.text().lines().filter(line -> line.contains(": error:"))).allMatch(line -> line.contains("call.finInAddress"));
        assertThat(Files.readString(desk.resolve("connectors").resolve(id).resolve("mapping.jslt"))).contains(proposed);
        edit(id);
        Said checked = vahid("check", id, "--connectors", desk.resolve("connectors").toString());
        assertThat(checked.text()).contains("0 errors");
        assertThat(checked.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"person-adapter, example-adapter.wsdl, personDetails, /identity/birthDate",
        "brp, personen.openapi.yaml, /personen#RaadpleegMetBurgerservicenummer, /identity/birthDate",
        "state-benefits, application.yaml, GET /individuals/state-benefits/{nino}/{taxYear}, /unemployment/registeredOn",
        "core-person, core-person-record.json, getByPrisonNumber, /identity/birthDate"})
    void it_is_played_and_asked_by_the_gateways_own_route(String id, String contract, String operation, String fact) throws Exception {
        written(id, contract, operation);
        edit(id);
        CheckedFolder folder = new ConnectorCheck(Kit.reader(), Kit.facts(), List.of()).read(desk.resolve("connectors").resolve(id));
        PlayedAgency agency = Rehearsal.of(folder);
        assertThat(agency.timely()).isTrue();
        PlayedGateway.keys(desk.resolve("keys/gateway.p12"));
        agency.key().pin(desk.resolve("keys/agencies/" + id + ".pem"));
        try (PlayedServer server = new PlayedServer(folder.connector(), agency, 0, Map.of())) {
            Said tried = vahid("try", id, "--fin", FIN, "--endpoint", server.endpoint(), "--keys", desk.resolve("keys").toString(),
                    "--connectors", desk.resolve("connectors").toString(), "--set", "vahid.secrets." + id + ".client=played");
            assertThat(tried.text()).contains("ANSWERED by proof tls");
            Map<String, String> settings = new HashMap<>(Map.of("vahid.endpoints." + id, server.endpoint(), "vahid.secrets." + id + ".client", "played"));
            try (SingleAgency single = TriedAgency.of(folder, settings, desk.resolve("keys"))) {
                SourceAnswer answer = single.ask(FIN, 3000);
                assertThat(answer.verdict()).isEqualTo(Verdict.ANSWERED);
                assertThat(answer.facts().at(fact).asText()).isNotEmpty();
            }
        }
    }
}
