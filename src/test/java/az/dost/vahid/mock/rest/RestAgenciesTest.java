package az.dost.vahid.mock.rest;

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
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traffic police, notary, labour register and social services, asked over the wire as their connectors say. */
class RestAgenciesTest {
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).serializationInclusion(JsonInclude.Include.NON_NULL).build();
    private static final int SAMPLE = 60;
    private static RunningAgencies agencies;

    @BeforeAll
    static void start(@TempDir Path folder) {
        agencies = new RunningAgencies(folder, List.of("traffic-police", "social-services"),
                Map.of("traffic-police.key", "k1", "notary.client", "s 2+%", "employment.client", "s3"),
                TrafficPolice.class, Notary.class, LabourRegister.class, SocialServices.class);
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
    @ValueSource(strings = {"traffic-police", "notary", "employment", "social-services"})
    void answersMapToTheFactsOfThePopulation(String agency) throws Exception {
        Caller caller = new Caller(agencies, agency);
        int[] members = agencies.population.members(agency).limit(SAMPLE).toArray();
        int[] personas = List.of(Personas.values()).stream()
                .flatMapToInt(persona -> agencies.population.number(persona.fin()).stream()).toArray();
        assertThat(members).hasSizeGreaterThan(5);
        for (int number : IntStream.concat(IntStream.of(members), IntStream.of(personas)).toArray()) {
            assertThat(answer(caller, agencies.population.fin(number))).as("citizen %d", number)
                    .isEqualTo(plain(agencies.population.facts(agency, number)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"traffic-police", "notary", "employment", "social-services"})
    void aPersonWhomNoRegisterKnowsGetsAnOrdinaryAnswerWithoutFacts(String agency) throws Exception {
        assertThat(answer(new Caller(agencies, agency), Personas.UNKNOWN.fin())).isEqualTo(plain(Map.of()));
    }

    @Test
    void someWorkingLivesTakeMoreThanOnePage() {
        assertThat(agencies.population.members("employment").mapToObj(n -> agencies.population.facts("employment", n))
                .anyMatch(facts -> facts.get("employment") instanceof List<?> jobs && jobs.size() > ContractPage.SIZE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"traffic-police,", "traffic-police, wrong", "notary,", "notary, Bearer wrong", "employment,", "employment, Bearer wrong"})
    void aCallerWithoutTheRightCredentialIsRefused(String agency, String credential) throws Exception {
        Caller caller = new Caller(agencies, agency);
        assertThat(caller.send(caller.client(true), Personas.WAR_VETERAN.fin(), UUID.randomUUID().toString(), 1, credential).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notary", "employment"})
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
    @CsvSource({
        "notary, WRONG_SIGNATURE, SIGNER_UNKNOWN", "notary, NO_SIGNATURE, SIGNATURE_MISSING",
        "notary, EXPIRED_CERTIFICATE, CERTIFICATE_EXPIRED", "notary, REPLAYED, OTHER_REQUEST",
        "employment, WRONG_SIGNATURE, SIGNER_UNKNOWN", "employment, NO_SIGNATURE, SIGNATURE_MISSING",
        "employment, EXPIRED_CERTIFICATE, CERTIFICATE_EXPIRED", "employment, REPLAYED, OTHER_REQUEST",
        "traffic-police, WRONG_SIGNATURE, SIGNER_UNKNOWN", "traffic-police, NO_SIGNATURE, SIGNER_UNKNOWN",
        "traffic-police, EXPIRED_CERTIFICATE, CERTIFICATE_EXPIRED",
        "social-services, WRONG_SIGNATURE, SIGNER_UNKNOWN", "social-services, NO_SIGNATURE, SIGNER_UNKNOWN",
        "social-services, EXPIRED_CERTIFICATE, CERTIFICATE_EXPIRED"})
    void aFaultySignerIsFoundOut(String agency, Fault fault, Reason reason) throws Exception {
        new Caller(agencies, agency).ask(Personas.WAR_VETERAN.fin());
        agencies.faults.set(agency, fault);
        Caller caller = new Caller(agencies, agency);
        assertThatThrownBy(() -> caller.ask(Personas.WAR_VETERAN.fin()))
                .satisfies(thrown -> assertThat(reason(thrown)).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"traffic-police", "notary", "employment", "social-services"})
    void anAnswerAboutTheNeighbourSaysSo(String agency) throws Exception {
        agencies.faults.set(agency, Fault.OTHER_CITIZEN);
        Caller caller = new Caller(agencies, agency);
        assertThat(caller.descriptor.mapping().apply(caller.ask(Personas.WAR_VETERAN.fin())).path("subject").asText())
                .hasSize(7).isNotEqualTo(Personas.WAR_VETERAN.fin());
    }

    /** The facts of an answer that names its subject and its time. */
    private static JsonNode answer(Caller caller, String fin) throws Exception {
        JsonNode mapped = caller.descriptor.mapping().apply(caller.ask(fin));
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
