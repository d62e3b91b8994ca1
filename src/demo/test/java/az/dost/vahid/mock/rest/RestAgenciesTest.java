package az.dost.vahid.mock.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Every REST agency, asked over the wire as its connector says. */
class RestAgenciesTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final int SAMPLE = 20;
    /** Why the gateway refuses an answer, by proof kind and fault. */
    private static final Map<String, Map<Fault, Reason>> REASONS = Map.of(
            "jws-detached",
                    Map.of(
                            Fault.WRONG_SIGNATURE,
                            Reason.SIGNER_UNKNOWN,
                            Fault.NO_SIGNATURE,
                            Reason.SIGNATURE_MISSING,
                            Fault.EXPIRED_CERTIFICATE,
                            Reason.CERTIFICATE_EXPIRED,
                            Fault.REPLAYED,
                            Reason.OTHER_REQUEST),
            "xml-signature",
                    Map.of(
                            Fault.WRONG_SIGNATURE,
                            Reason.SIGNER_UNKNOWN,
                            Fault.NO_SIGNATURE,
                            Reason.SIGNATURE_MISSING,
                            Fault.EXPIRED_CERTIFICATE,
                            Reason.CERTIFICATE_EXPIRED),
            // A connection cannot go without a certificate.
            "tls",
                    Map.of(
                            Fault.WRONG_SIGNATURE,
                            Reason.SIGNER_UNKNOWN,
                            Fault.NO_SIGNATURE,
                            Reason.SIGNER_UNKNOWN,
                            Fault.EXPIRED_CERTIFICATE,
                            Reason.CERTIFICATE_EXPIRED));

    private static RunningAgencies agencies;

    @BeforeAll
    static void start(@TempDir Path folder) {
        agencies = new RunningAgencies(folder);
    }

    static Stream<Arguments> wrongCredentials() {
        return Descriptor.agencies().stream()
                .map(Descriptor::of)
                .filter(descriptor -> descriptor.text("/auth/kind").matches("api-key|oauth2"))
                .flatMap(descriptor -> Stream.of(null, "wrong", "Bearer wrong")
                        .map(credential -> Arguments.of(descriptor.agency(), credential)));
    }

    static Stream<String> clients() {
        return Descriptor.agencies().stream()
                .filter(agency -> Descriptor.of(agency).text("/auth/kind").equals("oauth2"));
    }

    static Stream<Arguments> signingFaults() {
        return Descriptor.agencies().stream()
                .flatMap(agency -> REASONS.get(Descriptor.of(agency).text("/proof/kind")).entrySet().stream()
                        .map(reason -> Arguments.of(agency, reason.getKey(), reason.getValue())));
    }

    static Stream<String> boundByRequestId() {
        return Descriptor.agencies().stream()
                .filter(agency -> Descriptor.of(agency).text("/proof/answerTo").equals("request-id"));
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
    @MethodSource("az.dost.vahid.mock.rest.Descriptor#agencies")
    void answersMapToTheFactsOfThePopulation(String agency) throws Exception {
        Caller caller = new Caller(agencies, agency);
        int[] members = agencies.population.members(agency).limit(SAMPLE).toArray();
        int[] personas = List.of(Personas.values()).stream()
                .flatMapToInt(persona -> agencies.population.number(persona.fin()).stream())
                .toArray();
        assertThat(members).hasSizeGreaterThan(5);
        for (int number :
                IntStream.concat(IntStream.of(members), IntStream.of(personas)).toArray()) {
            assertThat(answer(caller, agencies.population.fin(number)))
                    .as("citizen %d", number)
                    .isEqualTo(plain(agencies.population.facts(agency, number)));
        }
    }

    @ParameterizedTest
    @MethodSource("az.dost.vahid.mock.rest.Descriptor#agencies")
    void aPersonWhomNoRegisterKnowsGetsAnOrdinaryAnswerWithoutFacts(String agency) throws Exception {
        assertThat(answer(new Caller(agencies, agency), Personas.UNKNOWN.fin())).isEqualTo(plain(Map.of()));
    }

    @Test
    void someWorkingLivesTakeMoreThanOnePage() {
        assertThat(agencies.population
                        .members("employment")
                        .mapToObj(n -> agencies.population.facts("employment", n))
                        .anyMatch(facts ->
                                facts.get("employment") instanceof List<?> jobs && jobs.size() > ContractPage.SIZE))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("wrongCredentials")
    void aCallerWithoutTheRightCredentialIsRefused(String agency, String credential) throws Exception {
        Caller caller = new Caller(agencies, agency);
        assertThat(caller.send(
                                caller.client(true),
                                Personas.WAR_VETERAN.fin(),
                                UUID.randomUUID().toString(),
                                1,
                                credential)
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aClientWithTheWrongSecretGetsNoToken(String agency) throws Exception {
        assertThat(new Caller(agencies, agency).token("wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void theSocialServicesTalkToNobodyWithoutTheGatewaysCertificate() throws Exception {
        Caller caller = new Caller(agencies, "social-services");
        assertThatThrownBy(() -> caller.send(caller.client(false), Personas.WAR_VETERAN.fin(), "r", 1, null))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @MethodSource("signingFaults")
    void aFaultySignerIsFoundOut(String agency, Fault fault, Reason reason) throws Exception {
        new Caller(agencies, agency).ask(Personas.WAR_VETERAN.fin());
        agencies.faults.set(agency, fault);
        Caller caller = new Caller(agencies, agency);
        assertThatThrownBy(() -> caller.ask(Personas.WAR_VETERAN.fin()))
                .satisfies(thrown -> assertThat(reason(thrown)).isEqualTo(reason));
    }

    @ParameterizedTest
    @MethodSource("az.dost.vahid.mock.rest.Descriptor#agencies")
    void anAnswerAboutTheNeighbourSaysSo(String agency) throws Exception {
        agencies.faults.set(agency, Fault.OTHER_CITIZEN);
        Caller caller = new Caller(agencies, agency);
        assertThat(caller.descriptor
                        .mapping()
                        .apply(caller.ask(Personas.WAR_VETERAN.fin()))
                        .path("subject")
                        .asText())
                .hasSize(7)
                .isNotEqualTo(Personas.WAR_VETERAN.fin());
    }

    @ParameterizedTest
    @MethodSource("boundByRequestId")
    void anAnswerNamesItsRequestAndAReplayedOneAnother(String agency) throws Exception {
        Caller caller = new Caller(agencies, agency);
        assertThat(caller.descriptor
                        .mapping()
                        .apply(caller.ask(Personas.WAR_VETERAN.fin(), "r-1"))
                        .path("requestId")
                        .asText())
                .isEqualTo("r-1");
        agencies.faults.set(agency, Fault.REPLAYED);
        assertThat(caller.descriptor
                        .mapping()
                        .apply(caller.ask(Personas.WAR_VETERAN.fin(), "r-2"))
                        .path("requestId")
                        .asText())
                .isEqualTo("r-1");
    }

    /** The facts of an answer that names its subject and its time. */
    private static JsonNode answer(Caller caller, String fin) throws Exception {
        JsonNode mapped = caller.descriptor.mapping().apply(caller.ask(fin));
        assertThat(mapped.path("subject").asText()).isEqualTo(fin);
        assertThat(Instant.parse(mapped.path("asOf").asText())).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        // Through text: a long and an int of the same value are unequal nodes.
        return plain(mapped.has("facts") ? mapped.path("facts") : Map.of());
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
