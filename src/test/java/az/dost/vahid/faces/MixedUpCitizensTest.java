package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.record.AuditRoots;
import az.dost.vahid.record.DossierRecord;
import az.dost.vahid.record.KeptEvidence;
import az.dost.vahid.verify.VerifyCommand;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every agency that is called mixes up two citizens: nothing of the other one leaves the house, and it is told that this was so. */
class MixedUpCitizensTest {
    private static final String CONTAINER = "application/vnd.etsi.asic-e+zip";
    private static final MixedUp CITIZENS = MixedUp.from(1_000);
    private static FaultSwitch faults;
    private static HttpResponse<byte[]> container;
    private static JsonNode dossier;
    private static List<KeptEvidence> refused;
    @TempDir
    private Path folder;

    @BeforeAll
    static void lookUp() throws IOException {
        faults = RunningVahid.get().faults();
        MixedUp.agencies().forEach(agency -> faults.set(agency, Fault.OTHER_CITIZEN));
        container = lookUp(CONTAINER);
        dossier = Gateway.JSON.readTree(Gateway.again(Gateway.id(container), "application/json", Gateway.BEARER).body());
        refused = RunningVahid.get().bean(DossierRecord.class).refused(UUID.fromString(Gateway.id(container)));
    }

    @AfterAll
    static void clearFaults() {
        faults.close();
    }

    static List<String> agencies() {
        return MixedUp.agencies();
    }

    private static String request() {
        ObjectNode request = Gateway.request().put("service", "ccu-intake").put("caseRef", "MIXED/1");
        request.putObject("subject").put("fin", CITIZENS.asked());
        return request.toString();
    }

    private static HttpResponse<byte[]> lookUp(String accept) {
        return Gateway.post(request(), Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json", "Accept", accept));
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void an_answer_about_somebody_else_is_refused_and_stays_in_the_record(String agency) {
        assertThat(dossier.path("sources")).filteredOn(row -> row.path("agency").asText().equals(agency)).singleElement()
                .satisfies(row -> assertThat(row.path("reason").asText()).isEqualTo("OTHER_CITIZEN"));
        assertThat(refused).filteredOn(piece -> piece.agency().equals(agency)).isNotEmpty()
                .allSatisfy(piece -> assertThat(CITIZENS.in(piece.evidence().bytes())).contains(CITIZENS.other()));
    }

    @Test
    void an_answer_in_pages_is_refused_page_by_page() {
        assertThat(refused).filteredOn(piece -> piece.agency().equals("employment")).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/jose", "application/xml", CONTAINER})
    void no_form_of_the_dossier_has_anything_of_the_other_one(String form) {
        HttpResponse<byte[]> first = lookUp(form);
        assertThat(CITIZENS.in(first.body())).isEmpty();
        assertThat(CITIZENS.in(first.headers().map().toString())).isEmpty();
        assertThat(CITIZENS.in(Gateway.again(Gateway.id(first), form, Gateway.BEARER).body())).isEmpty();
    }

    @Test
    void the_container_tells_what_was_refused_and_why_by_digests() throws IOException {
        JsonNode told = Gateway.JSON.readTree(ZipParts.of(container.body()).get("refused.json"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(getClass().getResourceAsStream("/contracts/refused-answers.schema.json")).validate(told)).isEmpty();
        assertThat(told.path("dossierId").asText()).isEqualTo(Gateway.id(container));
        assertThat(told.path("refused")).extracting(row -> row.path("agency").asText()).containsExactlyInAnyOrderElementsOf(agencies());
        assertThat(told.path("refused")).allSatisfy(row -> assertThat(row.path("reason").asText()).isEqualTo("OTHER_CITIZEN"));
        assertThat(told.path("refused").findValuesAsText("digest"))
                .containsExactlyInAnyOrderElementsOf(refused.stream().map(piece -> piece.evidence().digest()).toList());
    }

    @Test
    void the_verify_command_says_how_many_were_refused_and_why() throws IOException {
        RunningVahid.get().bean(AuditRoots.class).sign();
        Path keys = RunningVahid.get().data().resolve("keys");
        Path file = Files.write(folder.resolve("dossier.asice"), container.body());
        StringWriter out = new StringWriter();
        assertThat(new CommandLine(new VerifyCommand()).setOut(new PrintWriter(out)).execute(file.toString(), "--certificate",
                keys.resolve("gateway-dossier.pem").toString())).as(out.toString()).isZero();
        assertThat(out.toString()).contains(agencies().size() + " answers were refused", "employment (OTHER_CITIZEN)", "0 answers are as the dossier says")
                .doesNotContain("no longer kept");
    }
}
