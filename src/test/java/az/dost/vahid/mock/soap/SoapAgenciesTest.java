package az.dost.vahid.mock.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.problem.Reason;
import az.dost.vahid.signature.ProofException;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mobilisation, tax, property and migration, asked over the wire as their connectors say. */
class SoapAgenciesTest {
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).serializationInclusion(JsonInclude.Include.NON_NULL).build();
    private static final int SAMPLE = 40;
    private static final String FIN = Personas.MARTYRS_WIDOW.fin();
    private static SoapAgencies agencies;

    @BeforeAll
    static void start(@TempDir Path folder) {
        agencies = new SoapAgencies(folder, List.of("migration"), Map.of(), Mobilisation.class, Tax.class, RealEstate.class,
                Migration.class);
    }

    @AfterEach
    void repair() {
        agencies.faults.clear();
    }

    @AfterAll
    static void stop() {
        agencies.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilisation", "tax", "property", "migration"})
    void answersMapToTheFactsOfThePopulation(String agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        int[] members = agencies.population.members(agency).limit(SAMPLE).toArray();
        IntStream personas = Arrays.stream(Personas.values())
                .flatMapToInt(persona -> agencies.population.number(persona.fin()).stream());
        assertThat(members).hasSizeGreaterThan(5);
        for (int number : IntStream.concat(IntStream.of(members), personas).toArray()) {
            assertThat(answer(caller, agencies.population.fin(number))).as("citizen %d", number)
                    .isEqualTo(plain(agencies.population.facts(agency, number)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilisation", "tax", "property", "migration"})
    void aPersonWhomNoRegisterKnowsGetsAnOrdinaryAnswerWithoutFacts(String agency) throws Exception {
        assertThat(answer(new SoapCaller(agencies, agency), Personas.UNKNOWN.fin())).isEqualTo(plain(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilisation", "tax", "property"})
    void aQuestionThatTheGatewayHasNotSignedIsAFault(String agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        assertFault(caller.send(caller.client("tls"), caller.request.plain(caller.filled(FIN, "r-1"))));
        assertFault(caller.send(caller.client("tls"), caller.sent(caller.filled(FIN, "r-1"), "tls")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilisation", "tax", "property"})
    void aQuestionChangedOnTheWayIsAFault(String agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        var sent = caller.request(FIN, "r-1");
        String changed = new String(sent.envelope(), StandardCharsets.UTF_8).replace(FIN, Personas.WAR_VETERAN.fin());
        assertFault(caller.send(caller.client("tls"),
                new az.dost.vahid.signature.SoapRequest.Sent(changed.getBytes(StandardCharsets.UTF_8), sent.signatureValue())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilisation", "tax", "property", "migration"})
    void aQuestionThatTheContractDoesNotKnowIsAFault(String agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        String other = caller.filled(FIN, "r-1").replaceAll("(<|</)([a-z0-9]*:?)(UcotSorgusu|VergiSorgusu|CixarisSorgusu|icazeSorgula)", "$1$2Sorgu");
        assertFault(caller.send(caller.client("tls"), caller.sent(other, "wss")));
    }

    @Test
    void theMigrationServiceTalksToNobodyWithoutTheGatewaysCertificate() throws Exception {
        SoapCaller caller = new SoapCaller(agencies, "migration");
        for (String alias : new String[] {null, "wss"}) {
            assertThatThrownBy(() -> caller.send(caller.client(alias), caller.request(FIN, "r-1"))).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mobilisation, WRONG_SIGNATURE, SIGNER_UNKNOWN", "mobilisation, NO_SIGNATURE, SIGNATURE_MISSING",
        "mobilisation, EXPIRED_CERTIFICATE, CERTIFICATE_EXPIRED", "mobilisation, REPLAYED, OTHER_REQUEST",
        "tax, WRONG_SIGNATURE, SIGNER_UNKNOWN", "tax, NO_SIGNATURE, SIGNATURE_MISSING",
        "tax, EXPIRED_CERTIFICATE, CERTIFICATE_EXPIRED", "tax, REPLAYED, OTHER_REQUEST",
        "property, WRONG_SIGNATURE, SIGNER_UNKNOWN", "property, NO_SIGNATURE, SIGNATURE_MISSING",
        "property, EXPIRED_CERTIFICATE, CERTIFICATE_EXPIRED", "property, REPLAYED, OTHER_REQUEST",
        "migration, WRONG_SIGNATURE, SIGNER_UNKNOWN", "migration, NO_SIGNATURE, SIGNER_UNKNOWN",
        "migration, EXPIRED_CERTIFICATE, CERTIFICATE_EXPIRED"})
    void aFaultySignerIsFoundOut(String agency, Fault fault, Reason reason) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        caller.ask(FIN);
        agencies.faults.set(agency, fault);
        assertThatThrownBy(() -> caller.ask(FIN)).satisfies(thrown -> assertThat(reason(thrown)).isEqualTo(reason));
    }

    @Test
    void aReplayedAnswerOfTheMigrationServiceCarriesTheNumberOfAnotherRequest() throws Exception {
        SoapCaller caller = new SoapCaller(agencies, "migration");
        caller.ask(FIN);
        agencies.faults.set("migration", Fault.REPLAYED);
        assertThatThrownBy(() -> caller.ask(FIN)).hasMessage("The answer belongs to another request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilisation", "tax", "property", "migration"})
    void anAnswerAboutTheNeighbourSaysSo(String agency) throws Exception {
        agencies.faults.set(agency, Fault.OTHER_CITIZEN);
        assertThat(new SoapCaller(agencies, agency).ask(FIN).path("subject").asText()).hasSize(7).isNotEqualTo(FIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilisation", "tax", "property", "migration"})
    void theServiceShowsItsContract(String agency) throws Exception {
        assertThat(new SoapCaller(agencies, agency).wsdl()).contains("definitions").contains("/" + agency + "/service");
    }

    private static void assertFault(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("Fault").doesNotContain(FIN);
    }

    /** The facts of an answer that names its subject and its time. */
    private static JsonNode answer(SoapCaller caller, String fin) throws Exception {
        JsonNode mapped = caller.ask(fin);
        assertThat(mapped.path("subject").asText()).isEqualTo(fin);
        assertThat(Instant.parse(mapped.path("asOf").asText())).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        return mapped.has("facts") ? mapped.path("facts") : plain(Map.of());
    }

    private static JsonNode plain(Object facts) throws IOException {
        return JSON.readTree(JSON.writeValueAsBytes(facts));
    }

    private static Reason reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProofException proof) {
                return proof.reason();
            }
        }
        return null;
    }
}
