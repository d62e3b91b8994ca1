package az.dost.vahid.sources.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.file.FileDrops;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.sources.ingest.DropBench;
import az.dost.vahid.sources.ingest.TestDatabase;
import az.dost.vahid.sources.ingest.TestGateway;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The mock agencies' own files, over SFTP and out of a folder: what is held afterwards is what the population says. */
class MockDropsTest {
    private static final int POPULATION = 3000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setSerializationInclusion(JsonInclude.Include.NON_EMPTY);

    @TempDir
    static Path folder;

    private static AnnotationConfigApplicationContext mocks;
    private static TestGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        int port = FreePort.next();
        mocks = new AnnotationConfigApplicationContext();
        MockSettings settings = new MockSettings(
                FreePort.next(),
                Map.of(
                        "traffic-police",
                        FreePort.next(),
                        "social-services",
                        FreePort.next(),
                        "migration",
                        FreePort.next(),
                        "education",
                        FreePort.next()),
                port,
                POPULATION,
                folder.resolve("keys"),
                folder.resolve("drops"),
                new AnySecret(),
                List.of());
        mocks.registerBean(MockSettings.class, () -> settings);
        mocks.scan("az.dost.vahid.mock");
        mocks.refresh();
        mocks.getBean(FileDrops.class).awaitLeft(PATIENCE);
        Map<String, Object> endpoints = new HashMap<>(Map.of(
                "vahid.secrets.sftp.password",
                "secret",
                "vahid.endpoints.local-executive",
                "file:" + folder.resolve("drops/local/local-executive").toAbsolutePath()));
        for (String agency : new String[] {"defence", "displaced-persons", "state-insurance"}) {
            endpoints.put("vahid.endpoints." + agency, "sftp://gateway@localhost:" + port + "/" + agency);
        }
        gateway = new TestGateway(TestDatabase.create(), folder.resolve("data"), folder.resolve("keys"), endpoints);
        for (String agency : DropBench.KEYS.keySet()) {
            gateway.await(agency + " is settled", PATIENCE, () -> gateway.snapshots.settled(agency));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        mocks.close();
    }

    /** One secret for every name. */
    private static final class AnySecret extends HashMap<String, String> {
        @Override
        public String get(Object name) {
            return "secret";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"defence", "displaced-persons", "state-insurance", "local-executive"})
    void everyCitizenHasTheFactsOfThePopulation(String agency) {
        Population population = mocks.getBean(Population.class);
        int held = 0;
        for (int number = 0; number < POPULATION; number++) {
            JsonNode expected = JSON.valueToTree(population.facts(agency, number));
            JsonNode found = gateway.held(agency, population.fin(number))
                    .map(SnapshotRecord::facts)
                    .orElse(JSON.createObjectNode());
            assertThat(found).as("citizen number " + number).isEqualTo(expected);
            held += expected.isEmpty() ? 0 : 1;
        }
        assertThat(held).isPositive();
        assertThat(gateway.database.queryForObject(
                        "select count(*) from drop_file where state = 'QUARANTINED'", Integer.class))
                .isZero();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                        Fault.TRUNCATED,
                        Fault.GARBAGE,
                        Fault.WRONG_SIGNATURE,
                        Fault.NO_SIGNATURE,
                        Fault.EXPIRED_CERTIFICATE,
                        Fault.OTHER_CITIZEN,
                        Fault.REPLAYED,
                        Fault.HUGE)
                .flatMap(fault -> DropBench.KEYS.keySet().stream().sorted().map(agency -> Arguments.of(agency, fault)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void aBadFileOfAMockIsSetAsideAndTheSnapshotStays(String agency, Fault fault) throws Exception {
        Snapshots.NewestFile before = gateway.snapshots.standing(agency).orElseThrow();
        double refused = gateway.files(agency, "quarantined");
        mocks.getBean(Faults.class).set(agency, fault);
        try {
            gateway.await("a file is set aside", PATIENCE, () -> gateway.files(agency, "quarantined") > refused);
        } finally {
            mocks.getBean(Faults.class).clear();
        }
        assertThat(gateway.snapshots.standing(agency)).contains(before);
        assertThat(gateway.database.queryForObject(
                        "select count(*) from drop_file where agency = ? and report is not null and blob is not null",
                        Integer.class,
                        agency))
                .isPositive();
    }
}
