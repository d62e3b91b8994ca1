package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.journeys.verify.VerifyCommand;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.proof.record.AuditRoots;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;

/**
 * Every agency that is called mixes up two citizens: nothing of the other one leaves the house, and it is told that
 * this was so.
 */
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
        dossier = Gateway.JSON.readTree(Gateway.again(Gateway.id(container), "application/json", Gateway.BEARER)
                .body());
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
        return Gateway.post(
                request(),
                Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json", "Accept", accept));
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void an_answer_about_somebody_else_is_refused_and_stays_in_the_record(String agency) {
        assertThat(dossier.path("sources"))
                .filteredOn(row -> row.path("agency").asText().equals(agency))
                .singleElement()
                .satisfies(row -> assertThat(row.path("reason").asText()).isEqualTo("OTHER_CITIZEN"));
        assertThat(refused)
                .filteredOn(piece -> piece.agency().equals(agency))
                .isNotEmpty()
                .allSatisfy(piece ->
                        assertThat(CITIZENS.in(piece.evidence().bytes())).contains(CITIZENS.other()));
    }

    @Test
    void an_answer_in_pages_is_refused_page_by_page() {
        assertThat(refused)
                .filteredOn(piece -> piece.agency().equals("employment"))
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/jose", "application/xml", CONTAINER})
    void no_form_of_the_dossier_has_anything_of_the_other_one(String form) {
        HttpResponse<byte[]> first = lookUp(form);
        assertThat(CITIZENS.in(first.body())).isEmpty();
        assertThat(CITIZENS.in(first.headers().map().toString())).isEmpty();
        assertThat(CITIZENS.in(
                        Gateway.again(Gateway.id(first), form, Gateway.BEARER).body()))
                .isEmpty();
    }

    @Test
    void the_container_tells_what_was_refused_and_why_by_digests() throws IOException {
        JsonNode told = Gateway.JSON.readTree(ZipParts.of(container.body()).get("refused.json"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(getClass().getResourceAsStream("/contracts/refused-answers.schema.json"))
                        .validate(told))
                .isEmpty();
        assertThat(told.path("dossierId").asText()).isEqualTo(Gateway.id(container));
        assertThat(told.path("refused"))
                .extracting(row -> row.path("agency").asText())
                .containsExactlyInAnyOrderElementsOf(agencies());
        assertThat(told.path("refused"))
                .allSatisfy(row -> assertThat(row.path("reason").asText()).isEqualTo("OTHER_CITIZEN"));
        assertThat(told.path("refused").findValuesAsText("digest"))
                .containsExactlyInAnyOrderElementsOf(
                        refused.stream().map(piece -> piece.evidence().digest()).toList());
    }

    @Test
    void the_verify_command_says_how_many_were_refused_and_why() throws IOException {
        RunningVahid.get().bean(AuditRoots.class).sign();
        Path keys = RunningVahid.get().data().resolve("keys");
        Path file = Files.write(folder.resolve("dossier.asice"), container.body());
        StringWriter out = new StringWriter();
        assertThat(new CommandLine(new VerifyCommand())
                        .setOut(new PrintWriter(out))
                        .execute(
                                file.toString(),
                                "--certificate",
                                keys.resolve("gateway-dossier.pem").toString()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString())
                .contains(agencies().size() + " answers were refused", "employment (OTHER_CITIZEN)")
                .doesNotContain("no longer kept", "signed by the agency itself");
    }

    @Test
    void neither_soap_nor_a_message_has_anything_of_the_other_one() throws Exception {
        HttpResponse<byte[]> soap = Soap.post(Soap.envelope(Gateway.JSON.readTree(request())), Gateway.BEARER);
        assertThat(soap.statusCode()).isEqualTo(200);
        assertThat(CITIZENS.in(soap.body())).isEmpty();
        try (Messages messages = new Messages()) {
            assertThat(CITIZENS.in(messages.ask(request()).getText())).isEmpty();
        }
    }

    @Test
    void the_result_of_a_bulk_lookup_has_nothing_of_the_other_one() {
        Map<String, String> headers = Map.of(
                "Authorization",
                Gateway.BEARER,
                "Content-Type",
                "text/csv",
                "Vahid-Terms",
                "{\"service\":\"ccu-intake\",\"caseRef\":\"MIXED/2\",\"official\":\"test.official\"}");
        String id = Gateway.id(Gateway.send("POST", "/v1/bulk", "fin\n" + CITIZENS.asked() + "\n", headers));
        HttpResponse<byte[]> result = Awaitility.await("the bulk lookup")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> Gateway.send(
                                "GET", "/v1/bulk/" + id + "/result", null, Map.of("Authorization", Gateway.BEARER)),
                        answer -> answer.statusCode() == 200);
        assertThat(new String(result.body(), StandardCharsets.UTF_8)).contains("OTHER_CITIZEN");
        assertThat(CITIZENS.in(result.body())).isEmpty();
    }

    @Test
    void a_follow_up_tells_and_packs_nothing_of_the_other_one() throws Exception {
        Path subscriptions = Files.createDirectories(RunningVahid.get().data().resolve("subscriptions"));
        Path told = RunningVahid.get().data().resolve("events/mixed-up");
        Files.writeString(
                subscriptions.resolve("mixed-up.yaml"),
                "id: mixed-up\nsubscriber: dost-centre-1\nlegalBasis: Test\n"
                        + "gives: {az.dost.dossier-followed.v1: [outcome, code, followed, dossierId, dossier]}\ndeliver: {folder: mixed-up}\n");
        faults.set("traffic-police", Fault.HTTP_500);
        String id = Gateway.id(lookUp("application/json"));
        faults.set("traffic-police", Fault.OTHER_CITIZEN);
        Map<String, String> headers = Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json");
        Awaitility.await("the subscription")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Gateway.send(
                                        "POST",
                                        "/v1/dossiers/" + id + "/follow",
                                        "{\"withinMinutes\":60,\"channel\":\"mixed-up\"}",
                                        headers)
                                .statusCode()
                        < 300);
        Awaitility.await("the event")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !jws(told).isEmpty());
        Files.delete(subscriptions.resolve("mixed-up.yaml"));
        String event = Files.readString(jws(told).get(0));
        assertThat(CITIZENS.in(event)).isEmpty();
        JsonNode followed = Gateway.JSON
                .readTree(Base64.getUrlDecoder().decode(event.split("\\.")[1]))
                .path("data");
        byte[] packed = Gateway.again(followed.path("dossierId").asText(), CONTAINER, Gateway.BEARER)
                .body();
        assertThat(ZipParts.of(packed)).containsKey("refused.json");
        assertThat(CITIZENS.in(packed)).isEmpty();
    }

    private static List<Path> jws(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jws")).toList();
        }
    }

    @Test
    void no_log_line_no_metric_and_no_entry_tells_of_the_other_one() {
        try (LogWatch log = new LogWatch()) {
            lookUp(CONTAINER);
            assertThat(log.lines())
                    .allSatisfy(line -> assertThat(CITIZENS.in(line)).isEmpty());
        }
        RunningVahid.get()
                .bean(MeterRegistry.class)
                .getMeters()
                .forEach(meter ->
                        assertThat(CITIZENS.in(meter.getId().toString())).isEmpty());
        assertThat(RunningVahid.get()
                        .bean(JdbcTemplate.class)
                        .queryForList("select entry::text from audit", String.class))
                .allSatisfy(entry -> assertThat(CITIZENS.in(entry)).isEmpty());
    }
}
