package az.dost.vahid.journeys.reload;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.rehearse.PlayedAgency;
import az.dost.vahid.check.rehearse.PlayedServer;
import az.dost.vahid.kit.WatchingGateway;
import az.dost.vahid.kit.certify.Rehearsal;
import az.dost.vahid.kit.draft.Draft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connectors that join and change while lookups go on. */
class ConnectorReloadTest {
    private static final String FIN = "5ZZ5ZZ5";

    @TempDir
    private Path folder;

    private Path connectors;
    private PlayedServer cars;
    private WatchingGateway gateway;

    @BeforeEach
    void aGatewayRunsWithOneAgencyMore() throws Exception {
        connectors = Files.createDirectories(folder.resolve("connectors"));
        cars = played("cars");
        PlayedServer buses = played("buses");
        gateway = new WatchingGateway(
                connectors,
                folder.resolve("keys"),
                Map.of("vahid.endpoints.cars", cars.endpoint(), "vahid.endpoints.buses", buses.endpoint()));
        // Made at another place: it joins later.
        Files.move(connectors.resolve("buses"), folder.resolve("buses"));
        gateway.await("cars");
    }

    private PlayedServer played(String id) throws Exception {
        new Draft(id, Path.of("src/kit/test/resources/kit/samples/cars.json"), null, false, Kit.facts())
                .write(connectors.resolve(id));
        // A busy machine is slow to load classes for the first call.
        Files.writeString(
                connectors.resolve(id).resolve("connector.yaml"), "timeoutMs: 20000\n", StandardOpenOption.APPEND);
        CheckedFolder connector = new ConnectorCheck(Kit.reader(), Kit.facts(), List.of()).read(connectors.resolve(id));
        PlayedAgency agency = Rehearsal.of(connector);
        agency.key().pin(folder.resolve("keys/agencies/" + id + ".pem"));
        return new PlayedServer(connector.connector(), agency, 0, Map.of());
    }

    @AfterEach
    void end() throws Exception {
        gateway.close();
        cars.close();
    }

    @Test
    void an_agency_joins_and_another_changes_under_load_and_no_lookup_notices() throws Exception {
        AtomicBoolean asking = new AtomicBoolean(true);
        Queue<SourceAnswer> answers = new ConcurrentLinkedQueue<>();
        List<Thread> clerks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread clerk = new Thread(() -> {
                while (asking.get()) {
                    answers.add(gateway.ask("cars", FIN));
                }
            });
            clerk.start();
            clerks.add(clerk);
        }
        String first = gateway.version("cars");
        edit("cars", "mapping.jslt", "\"make\": .brand", "\"make\": .brand + \"\"");
        Files.move(folder.resolve("buses"), connectors.resolve("buses"));
        gateway.await("buses");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !gateway.version("cars").equals(first));
        answers.add(gateway.ask("cars", FIN));
        asking.set(false);
        for (Thread clerk : clerks) {
            clerk.join();
        }
        assertThat(answers).isNotEmpty().allMatch(answer -> answer.verdict() == Verdict.ANSWERED, "is answered");
        assertThat(answers.stream()
                        .map(answer -> answer.evidence().get(0).version())
                        .distinct())
                .containsExactlyInAnyOrder(first, gateway.version("cars"));
        assertThat(gateway.ask("buses", FIN).facts().has("vehicles")).isTrue();
        assertThat(gateway.catalogue().sourcesOf(Set.of("vehicles")))
                .extracting("id")
                .contains("cars", "buses");
    }

    @Test
    void an_agency_joins_once_its_certificate_is_there_though_nothing_in_its_folder_changes() throws Exception {
        Path certificate = folder.resolve("keys/agencies/buses.pem");
        Path kept = Files.move(certificate, folder.resolve("buses.pem"));
        Files.move(folder.resolve("buses"), connectors.resolve("buses"));
        gateway.rounds(6);
        assertThat(gateway.catalogue().has("buses")).isFalse();
        Files.move(kept, certificate);
        gateway.await("buses");
    }

    /** Made at another place, with no setting for its address. */
    private PlayedServer trams() throws Exception {
        PlayedServer trams = played("trams");
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.move(connectors.resolve("trams"), folder.resolve("elsewhere/trams"));
        return trams;
    }

    private void addresses(String text) throws Exception {
        Path next = Files.writeString(folder.resolve("elsewhere/endpoints.yaml"), text);
        Files.move(next, connectors.resolve("endpoints.yaml"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void an_agency_whose_address_no_setting_has_joins_once_the_file_says_it() throws Exception {
        try (PlayedServer trams = trams()) {
            Files.move(folder.resolve("elsewhere/trams"), connectors.resolve("trams"));
            gateway.rounds(4);
            assertThat(gateway.catalogue().has("trams")).isFalse();
            addresses("trams: " + trams.endpoint() + "\n");
            gateway.await("trams");
            assertThat(gateway.ask("trams", FIN).verdict()).isEqualTo(Verdict.ANSWERED);
        }
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(
            strings = {
                "trams: https://trams.example/${vahid.endpoints.cars}",
                "trams: https://user:password@trams.example",
                "trams: file:/etc/passwd",
                "trams: [https://trams.example]",
                "buses: https://other.example\ntrams: '%s'",
                "trams"
            })
    void a_file_of_addresses_with_an_error_lets_nobody_join_and_what_ran_goes_on(String text) throws Exception {
        try (PlayedServer trams = trams()) {
            Files.createDirectories(folder.resolve("elsewhere"));
            addresses(text.formatted(trams.endpoint()) + "\n");
            Files.move(folder.resolve("buses"), connectors.resolve("buses"));
            gateway.rounds(4);
            assertThat(gateway.catalogue().has("buses")).isFalse();
            assertThat(gateway.ask("cars", FIN).verdict()).isEqualTo(Verdict.ANSWERED);
        }
    }

    @Test
    @Tag("attack")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_file_of_addresses_that_is_a_link_lets_nobody_join() throws Exception {
        try (PlayedServer trams = trams()) {
            Path elsewhere =
                    Files.writeString(folder.resolve("elsewhere/endpoints.yaml"), "trams: " + trams.endpoint() + "\n");
            Files.createSymbolicLink(connectors.resolve("endpoints.yaml"), elsewhere);
            Files.move(folder.resolve("elsewhere/trams"), connectors.resolve("trams"));
            gateway.rounds(4);
            assertThat(gateway.catalogue().has("trams")).isFalse();
        }
    }

    @Test
    void another_address_of_an_agency_that_runs_waits_for_the_next_start() throws Exception {
        String first = gateway.version("cars");
        Files.createDirectories(folder.resolve("elsewhere"));
        addresses("cars: https://other.example\n");
        edit("cars", "mapping.jslt", "\"make\": .brand", "\"make\": .brand + \"\"");
        gateway.rounds(4);
        assertThat(gateway.version("cars")).isEqualTo(first);
        assertThat(gateway.ask("cars", FIN).verdict()).isEqualTo(Verdict.ANSWERED);
    }

    @Test
    void a_mapping_that_its_samples_refuse_is_not_taken_in() throws Exception {
        String first = gateway.version("cars");
        edit("cars", "mapping.jslt", "\"plate\": .licensePlate", "\"plate\": .brand");
        gateway.rounds(4);
        assertThat(gateway.version("cars")).isEqualTo(first);
        assertThat(gateway.ask("cars", FIN).verdict()).isEqualTo(Verdict.ANSWERED);
    }

    @Test
    void a_change_of_the_path_waits_for_the_next_start() throws Exception {
        String first = gateway.version("cars");
        edit("cars", "connector.yaml", "path: /", "path: /other");
        gateway.rounds(4);
        assertThat(gateway.version("cars")).isEqualTo(first);
    }

    @Test
    @Tag("attack")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_mapping_that_became_a_link_is_not_taken_in() throws Exception {
        String first = gateway.version("cars");
        Path mapping = connectors.resolve("cars/mapping.jslt");
        Path elsewhere = folder.resolve("elsewhere.jslt");
        Files.writeString(elsewhere, Files.readString(mapping).replace("\"make\": .brand", "\"make\": .brand + \"\""));
        Files.delete(mapping);
        Files.createSymbolicLink(mapping, elsewhere);
        gateway.rounds(4);
        assertThat(gateway.version("cars")).isEqualTo(first);
        assertThat(gateway.ask("cars", FIN).verdict()).isEqualTo(Verdict.ANSWERED);
    }

    @Test
    @Tag("attack")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_folder_that_is_a_link_does_not_join() throws Exception {
        Files.createSymbolicLink(connectors.resolve("buses"), folder.resolve("buses"));
        gateway.rounds(4);
        assertThat(gateway.catalogue().has("buses")).isFalse();
    }

    private void edit(String id, String file, String from, String to) throws Exception {
        Path path = connectors.resolve(id).resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
