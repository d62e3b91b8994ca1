package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AnswerTo;
import az.dost.vahid.connector.Connector.Protocol;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.proof.record.DossierRecord;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of every agency: a bad answer costs its own row, the right verdict stands there, and nothing of it is
 * used.
 */
class FaultMatrixTest {
    private static final int DEADLINE_MS = 2_000;
    private static final int ATTEMPTS = 3;
    /** For the way to the gateway and back, for combining, signing and keeping. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private static final ExpectedVerdicts EXPECTED = new ExpectedVerdicts();
    private final RunningVahid vahid = RunningVahid.get();
    private final Clerk clerk = vahid.clerk();
    private final Oracle oracle = new Oracle(vahid.population(), vahid.connectors());
    private final RecordedEvidence recorded = new RecordedEvidence(vahid.bean(DossierRecord.class));
    private final FaultSwitch faults = vahid.faults();

    /** Faults outside, agencies inside: a folder that hangs has come back before its next fault. */
    private static Stream<Arguments> cases(boolean files) {
        List<Connector> connectors = RunningVahid.get().connectors();
        return Arrays.stream(Fault.values())
                .filter(fault -> fault != Fault.NONE)
                .flatMap(fault -> connectors.stream()
                        .filter(connector -> files == (connector.protocol() == Protocol.FILE))
                        .map(connector -> Arguments.of(connector.id(), fault, connector)));
    }

    static Stream<Arguments> calls() {
        return cases(false);
    }

    static Stream<Arguments> files() {
        return cases(true);
    }

    @AfterEach
    void clearFaults() {
        faults.close();
    }

    @Test
    void coversTwentyAgenciesAndThirteenFaults() {
        assertThat(calls().count() + files().count()).isEqualTo(20 * 13);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("calls")
    void costsTheRowOfAnAgencyThatIsCalled(String agency, Fault fault, Connector connector) {
        String fin = knownTo(agency, 0);
        // The answer that a replay repeats.
        clerk.ask(connector.proof().answerTo() == AnswerTo.CONNECTION ? knownTo(agency, 1) : fin, DEADLINE_MS);
        faults.set(agency, fault);
        Dossier dossier = clerk.ask(fin, DEADLINE_MS);

        assertThat(dossier.elapsed()).isLessThan(Duration.ofMillis(DEADLINE_MS).plus(MARGIN));
        String verdict = Dossier.verdict(dossier.row(agency));
        assertThat(verdict).isIn(EXPECTED.of(connector, fault));
        boolean answered = verdict.equals("ANSWERED");
        assertThat(Telling.of(dossier))
                .isEqualTo(oracle.of(fin, answered ? Map.of() : Map.of(agency, verdict), dossier.day()));
        assertThat(dossier.violations()).isEmpty();
        assertThat(recorded.kept(dossier.json())).isEqualTo(RecordedEvidence.told(dossier.json()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("files")
    void leavesTheLastGoodFileOfAnAgencyThatLeavesFiles(String agency, Fault fault, Connector connector) {
        QuarantineReports quarantine = new QuarantineReports(vahid, agency);
        faults.set(agency, fault);
        EXPECTED.refusal(connector, fault)
                .ifPresent(reason -> assertThat(quarantine.nextReason()).isEqualTo(reason));
        String fin = knownTo(agency, 0);
        Dossier dossier = inTime(fin);

        assertThat(dossier.elapsed()).isLessThan(Duration.ofMillis(DEADLINE_MS).plus(MARGIN));
        assertThat(Telling.of(dossier)).isEqualTo(oracle.of(fin, Map.of(), dossier.day()));
        assertThat(dossier.violations()).isEmpty();
        assertThat(recorded.kept(dossier.json())).isEqualTo(RecordedEvidence.told(dossier.json()));
    }

    /**
     * Where processors are busy with something else, agencies may be late of which nothing is tried here: then once
     * more. A folder that held lookups up would do so each time.
     */
    private Dossier inTime(String fin) {
        Dossier dossier = clerk.ask(fin, DEADLINE_MS);
        for (int attempt = 1;
                attempt < ATTEMPTS
                        && dossier.verdicts().values().stream()
                                .anyMatch(verdict -> verdict.contains("NO_ANSWER_IN_TIME"));
                attempt++) {
            dossier = clerk.ask(fin, DEADLINE_MS);
        }
        return dossier;
    }

    /** One of the personas on whom the agency holds a record; the bad files tell lies about them. */
    private String knownTo(String agency, int which) {
        List<String> known = Arrays.stream(Personas.values())
                .map(Personas::fin)
                .filter(fin -> !oracle.says(fin).get(agency).isEmpty())
                .toList();
        return known.get(which % known.size());
    }
}
