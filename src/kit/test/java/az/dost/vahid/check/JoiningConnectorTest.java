package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.rehearse.PlayedAgency;
import az.dost.vahid.check.rehearse.PlayedServer;
import az.dost.vahid.kit.certify.Rehearsal;
import az.dost.vahid.kit.draft.Draft;
import az.dost.vahid.whole.Dossier;
import az.dost.vahid.whole.RunningVahid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agency twenty-one is put beside a whole gateway that works. */
class JoiningConnectorTest {
    private static final int CLERKS = 4;
    private static final int DEADLINE_MS = 20_000;

    @TempDir
    private Path folder;

    private final Queue<Dossier> dossiers = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Test
    void no_lookup_fails_and_its_facts_appear() throws Exception {
        Path made = folder.resolve("made/cars");
        Files.createDirectories(made.getParent());
        new Draft("cars", Path.of("src/kit/test/resources/kit/samples/cars.json"), null, false, Kit.facts())
                .write(made);
        Files.writeString(made.resolve("connector.yaml"), "timeoutMs: 10000\n", StandardOpenOption.APPEND);
        CheckedFolder connector = new ConnectorCheck(Kit.reader(), Kit.facts(), List.of()).read(made);
        PlayedAgency agency = Rehearsal.of(connector);
        Path connectors = Files.createDirectories(folder.resolve("connectors"));
        try (PlayedServer server = new PlayedServer(connector.connector(), agency, 0, Map.of());
                RunningVahid vahid = RunningVahid.another(
                        "--vahid.connectors=" + connectors,
                        "--vahid.connectors-every-ms=200",
                        "--vahid.endpoints.cars=" + server.endpoint())) {
            agency.key().pin(vahid.data().resolve("keys/agencies/cars.pem"));
            AtomicBoolean asking = new AtomicBoolean(true);
            List<Thread> clerks = clerks(vahid, asking);
            Awaitility.await("lookups before")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> dossiers.size() >= 3 * CLERKS);
            Files.move(made, connectors.resolve("cars"));
            Awaitility.await("the connector's row")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !failures.isEmpty()
                            || dossiers.stream()
                                    .anyMatch(dossier ->
                                            "ANSWERED".equals(dossier.verdicts().get("cars"))));
            asking.set(false);
            for (Thread clerk : clerks) {
                clerk.join();
            }
            Dossier after = vahid.clerk().ask(withoutCar(), DEADLINE_MS);
            assertThat(after.json().at("/facts/vehicles/provenance/source").asText())
                    .isEqualTo("cars");
        }
        assertThat(failures).isEmpty();
        assertThat(dossiers)
                .allSatisfy(dossier ->
                        assertThat(dossier.verdicts().values()).noneMatch(verdict -> verdict.contains("INTERNAL")))
                .anySatisfy(dossier -> assertThat(dossier.verdicts()).doesNotContainKey("cars"));
    }

    private List<Thread> clerks(RunningVahid vahid, AtomicBoolean asking) {
        List<Thread> clerks = new ArrayList<>();
        for (int i = 0; i < CLERKS; i++) {
            int first = i;
            Thread clerk = new Thread(() -> {
                for (int citizen = first; asking.get(); citizen += CLERKS) {
                    try {
                        dossiers.add(vahid.clerk().ask(vahid.population().fin(citizen % 400), DEADLINE_MS));
                    } catch (Throwable e) {
                        failures.add(e);
                        return;
                    }
                }
            });
            clerk.start();
            clerks.add(clerk);
        }
        return clerks;
    }

    /** A citizen of whose vehicles no register knew. */
    private String withoutCar() {
        return dossiers.stream()
                .filter(dossier -> !dossier.json().at("/facts").has("vehicles"))
                .findFirst()
                .orElseThrow()
                .json()
                .at("/subject/fin")
                .asText();
    }
}
