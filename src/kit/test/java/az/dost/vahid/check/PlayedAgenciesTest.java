package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.check.rehearse.PlayedFault;
import az.dost.vahid.check.rehearse.PlayedService;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.kit.certify.Rehearsal;
import az.dost.vahid.kit.certify.TriedAgency;
import az.dost.vahid.signature.rehearsal.PlayedGateway;
import az.dost.vahid.sources.agency.SingleAgency;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An agency that is played from its folder convinces the gateway's own route, and each of its faults does not. */
class PlayedAgenciesTest {
    private static final ConnectorCheck READER = new ConnectorCheck(Kit.reader(), Kit.facts(), List.of());

    @TempDir
    private static Path keys;

    static Stream<Path> called() throws IOException {
        List<Path> all = new ArrayList<>(ConnectorCheck.folders(Path.of("connectors")));
        all.addAll(ConnectorCheck.folders(Path.of("src/core/test/resources/kinds")));
        return all.stream()
                .filter(folder -> READER.read(folder).connector().call() != null
                        && !READER.read(folder).samples().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("called")
    void a_played_agency_is_asked_and_believed(Path folder) throws Exception {
        CheckedFolder connector = READER.read(folder);
        Rehearsal.Asked played = play(connector, Map.of());
        SourceAnswer answer = ask(connector, played);
        // A sample whose time stands in pieces cannot be brought up to now.
        assertThat(answer.verdict())
                .as(String.valueOf(answer.reason()))
                .isEqualTo(played.timely() ? Verdict.ANSWERED : Verdict.REJECTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = PlayedFault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COLUMN_GONE", "PART_GONE"})
    void a_fault_is_not_believed(PlayedFault fault) throws Exception {
        // Detached signatures bind an answer to its request in every way that there is.
        CheckedFolder connector = called().map(READER::read)
                .filter(folder -> folder.connector().proof().answerTo() == Connector.AnswerTo.JWS_REQUEST_ID)
                .findFirst()
                .orElseThrow();
        SourceAnswer answer = ask(connector, play(connector, Map.of(fault, 1.0)));
        assertThat(answer.verdict()).isNotEqualTo(Verdict.ANSWERED).isNotEqualTo(Verdict.NO_RECORD);
        assertThat(answer.facts()).isEmpty();
    }

    private static Rehearsal.Asked play(CheckedFolder connector, Map<PlayedFault, Double> faults) throws Exception {
        PlayedGateway.keys(keys.resolve("gateway.p12"));
        return Rehearsal.start(
                connector, keys.resolve("agencies/" + connector.connector().id() + ".pem"), 0, faults);
    }

    private static SourceAnswer ask(CheckedFolder connector, Rehearsal.Asked played) throws Exception {
        try (PlayedService server = played.service()) {
            Map<String, String> settings = new HashMap<>();
            settings.put("vahid.endpoints." + connector.connector().endpoint(), server.endpoint());
            settings.put("vahid.secrets." + connector.connector().auth().secret(), PlayedService.SECRET);
            try (SingleAgency single = TriedAgency.of(connector, settings, keys)) {
                return single.ask(Rehearsal.ANYBODY, 3000);
            }
        }
    }
}
