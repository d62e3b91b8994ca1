package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.Protocol;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Personas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One deadline for all: a slow agency costs its own row and nothing else. */
class DeadlineTest {
    private static final String LATE = "TIMED_OUT NO_ANSWER_IN_TIME";
    private static final String SPARED = "UNAVAILABLE CIRCUIT_OPEN";
    private static final Duration MARGIN = Duration.ofMillis(500);
    private static final String FIN = Personas.MARTYRS_WIDOW.fin();
    private final RunningVahid vahid = RunningVahid.get();
    private final Clerk clerk = vahid.clerk();
    private final Oracle oracle = new Oracle(vahid.population(), vahid.connectors());
    private final FaultSwitch faults = vahid.faults();

    @AfterEach
    void clearFaultsUntilAllAgenciesAnswerAgain() {
        faults.close();
        Awaitility.await("circuits to close")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> clerk.ask(FIN).verdicts().values().stream()
                        .allMatch(verdict -> verdict.matches("ANSWERED|NO_RECORD")));
    }

    /** A call to the first agency of each protocol and way of showing who asks. */
    private List<String> called() {
        Map<String, String> first = new HashMap<>();
        vahid.connectors().stream()
                .filter(connector -> connector.protocol() != Protocol.FILE)
                .forEach(connector -> first.putIfAbsent(
                        connector.protocol() + " " + connector.auth().kind(), connector.id()));
        return List.copyOf(first.values());
    }

    @Test
    void oneHangingAgencyCostsItsOwnRowOnly() {
        Connector slowest = vahid.connectors().stream()
                .filter(connector -> connector.protocol() == Protocol.SOAP)
                .findFirst()
                .orElseThrow();
        faults.set(slowest.id(), Fault.HANG);
        Dossier dossier = clerk.ask(FIN, 10_000);
        assertThat(Telling.of(dossier)).isEqualTo(oracle.of(FIN, Map.of(slowest.id(), LATE), dossier.day()));
        // Its own time-out, which is shorter than the lookup's deadline.
        assertThat(dossier.elapsed())
                .isBetween(
                        Duration.ofMillis(slowest.timeoutMs()),
                        Duration.ofMillis(slowest.timeoutMs()).plus(MARGIN));
    }

    @Test
    void aShortDeadlineIsKeptThoughManyAgenciesHang() {
        List<String> hanging = called();
        assertThat(hanging).hasSizeGreaterThan(5);
        hanging.forEach(agency -> faults.set(agency, Fault.HANG));
        Dossier dossier = clerk.ask(FIN, 300);
        assertThat(dossier.elapsed()).isLessThan(Duration.ofMillis(300).plus(MARGIN));
        assertThat(dossier.verdicts()).hasSize(vahid.connectors().size());
        assertThat(hanging)
                .allSatisfy(agency ->
                        assertThat(Dossier.verdict(dossier.row(agency))).isEqualTo(LATE));
    }

    @Test
    void anAgencyThatHangsForLongIsSparedForAWhileAndThenAskedAgain() throws Exception {
        String hanging = called().get(0);
        faults.set(hanging, Fault.HANG);
        List<Dossier> dossiers = askAtOnce(30, 1_000);
        assertThat(dossiers)
                .allSatisfy(dossier ->
                        assertThat(Dossier.verdict(dossier.row(hanging))).isIn(LATE, SPARED));
        Dossier spared = clerk.ask(FIN, 1_000);
        assertThat(Dossier.verdict(spared.row(hanging))).isEqualTo(SPARED);
        assertThat(spared.row(hanging).path("elapsedMs").asInt()).isLessThan(100);
        // That it is asked again is what the end of every test here waits for.
    }

    @Test
    void nothingOfACallIsLeftWhenItsTimeIsUp() throws Exception {
        List<String> hanging = called();
        hanging.forEach(agency -> faults.set(agency, Fault.HANG));
        askAtOnce(5, 400);
        // They hang on; the calls to them do not.
        Awaitility.await("calls in flight to end")
                .atMost(MARGIN)
                .untilAsserted(() -> assertThat(inFlight()).isEmpty());
        faults.close();
        Dossier dossier = clerk.ask(FIN);
        assertThat(Telling.of(dossier)).isEqualTo(oracle.of(FIN, Map.of(), dossier.day()));
    }

    /** Routes of agencies with calls in flight. */
    private List<String> inFlight() {
        CamelContext camel = vahid.bean(CamelContext.class);
        return camel.getRoutes().stream()
                .map(Route::getRouteId)
                .filter(route -> route.matches("(agency|call)-.*"))
                .filter(route -> camel.getInflightRepository().size(route) > 0)
                .toList();
    }

    private List<Dossier> askAtOnce(int lookups, int deadlineMs) throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(lookups);
        try {
            List<Future<Dossier>> asked = new ArrayList<>();
            for (int i = 0; i < lookups; i++) {
                asked.add(clerks.submit(() -> clerk.ask(FIN, deadlineMs)));
            }
            List<Dossier> dossiers = new ArrayList<>();
            for (Future<Dossier> dossier : asked) {
                dossiers.add(dossier.get(1, TimeUnit.MINUTES));
            }
            return dossiers;
        } finally {
            clerks.shutdownNow();
        }
    }
}
