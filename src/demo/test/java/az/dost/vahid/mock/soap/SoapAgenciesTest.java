package az.dost.vahid.mock.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.key.RequestSignature;
import az.dost.vahid.signature.xml.SoapRequest.Sent;
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
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every SOAP agency, found by the WSDL in its connector's folder, asked over the wire as the connector says. */
class SoapAgenciesTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final int SAMPLE = 25;
    private static final String FIN = Personas.WAR_VETERAN.fin();
    private static SoapAgencies agencies;

    @BeforeAll
    static void start(@TempDir Path folder) {
        agencies = new SoapAgencies(folder);
    }

    @AfterEach
    void repair() {
        agencies.faults.clear();
    }

    @AfterAll
    static void stop() {
        agencies.close();
    }

    static Stream<Descriptor> all() {
        return Descriptor.all().stream();
    }

    private static Stream<Descriptor> asking(String authKind) {
        return all().filter(descriptor -> descriptor.text("/auth/kind").equals(authKind));
    }

    static Stream<Descriptor> signedFor() {
        return asking("wss-x509");
    }

    static Stream<Descriptor> namedFor() {
        return asking("wss-username");
    }

    static Stream<Descriptor> overTls() {
        return asking("mutual-tls");
    }

    @ParameterizedTest
    @MethodSource("all")
    void answersMapToTheFactsOfThePopulation(Descriptor agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        int[] members =
                agencies.population.members(agency.agency()).limit(SAMPLE).toArray();
        IntStream personas = Arrays.stream(Personas.values())
                .flatMapToInt(persona -> agencies.population.number(persona.fin()).stream());
        assertThat(members).hasSizeGreaterThan(5);
        for (int number : IntStream.concat(IntStream.of(members), personas).toArray()) {
            assertThat(answer(caller, agencies.population.fin(number)))
                    .as("citizen %d", number)
                    .isEqualTo(plain(agencies.population.facts(agency.agency(), number)));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPersonWhomNoRegisterKnowsGetsAnOrdinaryAnswerWithoutFacts(Descriptor agency) throws Exception {
        assertThat(answer(new SoapCaller(agencies, agency), Personas.UNKNOWN.fin()))
                .isEqualTo(plain(Map.of()));
    }

    @ParameterizedTest
    @MethodSource("signedFor")
    void aQuestionThatTheGatewayHasNotSignedIsAFault(Descriptor agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        String body = caller.filled(FIN, "r-1");
        assertFault(caller.send(caller.client, caller.request.plain(body)));
        assertFault(caller.send(caller.client, caller.signed(body, "tls")));
    }

    @ParameterizedTest
    @MethodSource("signedFor")
    void aQuestionIsTakenWithEachSignatureThatTheContractAllowsAndWithNoOther(Descriptor agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        for (RequestSignature signature : RequestSignature.values()) {
            Sent question = caller.signed(caller.filled(FIN, "r-1"), signature.alias());
            if (signature == RequestSignature.RSA_SHA256
                    || agency.text("/auth/signature").equals("ecdsa-sha256")) {
                assertThat(caller.send(caller.client, question).statusCode())
                        .as("%s", signature)
                        .isEqualTo(200);
            } else {
                assertFault(caller.send(caller.client, question));
            }
        }
    }

    @Test
    void oneAgencyAtLeastTakesNoEcdsa() {
        assertThat(signedFor().map(agency -> agency.text("/auth/signature"))).contains("", "ecdsa-sha256");
    }

    @ParameterizedTest
    @MethodSource("signedFor")
    void aQuestionChangedOnTheWayIsAFault(Descriptor agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        Sent sent = caller.signed(caller.filled(FIN, "r-1"));
        String changed = new String(sent.envelope(), StandardCharsets.UTF_8).replace(FIN, Personas.MARTYRS_WIDOW.fin());
        assertFault(
                caller.send(caller.client, new Sent(changed.getBytes(StandardCharsets.UTF_8), sent.signatureValue())));
    }

    @ParameterizedTest
    @MethodSource("namedFor")
    void aQuestionWithoutTheRightPasswordIsAFault(Descriptor agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        String body = caller.filled(FIN, "r-1");
        assertFault(caller.send(caller.client, caller.request.plain(body)));
        assertFault(caller.send(caller.client, caller.named(body, "wrong")));
    }

    @ParameterizedTest
    @MethodSource("overTls")
    void nobodyIsTalkedToWithoutTheGatewaysCertificate(Descriptor agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        Sent question = caller.signed(caller.filled(FIN, "r-1"));
        assertThatThrownBy(() -> caller.send(caller.client(null), question)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> caller.send(caller.client("wss"), question)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aQuestionThatTheContractDoesNotKnowIsAFault(Descriptor agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        String root = agency.requestRoot();
        assertFault(caller.send(
                caller.client, caller.signed(caller.filled(FIN, "r-1").replace(root, root + "X"))));
    }

    static Stream<Arguments> faultySigners() {
        return all().flatMap(agency -> Stream.of(
                Arguments.of(agency, Fault.WRONG_SIGNATURE, Reason.SIGNER_UNKNOWN),
                // A TLS server without a certificate cannot answer; it shows one that nobody knows.
                Arguments.of(
                        agency,
                        Fault.NO_SIGNATURE,
                        agency.text("/auth/kind").equals("mutual-tls")
                                ? Reason.SIGNER_UNKNOWN
                                : Reason.SIGNATURE_MISSING),
                Arguments.of(agency, Fault.EXPIRED_CERTIFICATE, Reason.CERTIFICATE_EXPIRED)));
    }

    @ParameterizedTest
    @MethodSource("faultySigners")
    void aFaultySignerIsFoundOut(Descriptor agency, Fault fault, Reason reason) throws Exception {
        new SoapCaller(agencies, agency).ask(FIN);
        agencies.faults.set(agency.agency(), fault);
        SoapCaller caller = new SoapCaller(agencies, agency);
        assertThatThrownBy(() -> caller.ask(FIN))
                .satisfies(thrown -> assertThat(reason(thrown)).isEqualTo(reason));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aReplayedAnswerBelongsToAnotherRequest(Descriptor agency) throws Exception {
        SoapCaller caller = new SoapCaller(agencies, agency);
        caller.ask(FIN);
        agencies.faults.set(agency.agency(), Fault.REPLAYED);
        // The TLS connection was closed when the fault was set.
        SoapCaller again = new SoapCaller(agencies, agency);
        assertThatThrownBy(() -> again.ask(FIN))
                .satisfiesAnyOf(
                        thrown -> assertThat(reason(thrown)).isEqualTo(Reason.OTHER_REQUEST),
                        thrown -> assertThat(thrown).hasMessage("The answer belongs to another request"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void anAnswerAboutTheNeighbourSaysSo(Descriptor agency) throws Exception {
        agencies.faults.set(agency.agency(), Fault.OTHER_CITIZEN);
        assertThat(new SoapCaller(agencies, agency).ask(FIN).path("subject").asText())
                .hasSize(7)
                .isNotEqualTo(FIN);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theServiceShowsItsContract(Descriptor agency) throws Exception {
        assertThat(new SoapCaller(agencies, agency).wsdl()).contains(agency.requestRoot());
    }

    private static void assertFault(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .contains("Fault")
                .doesNotContain(FIN);
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
