package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.check.rehearse.PlayedAgency;
import az.dost.vahid.check.rehearse.PlayedFault;
import az.dost.vahid.check.rehearse.PlayedService;
import az.dost.vahid.check.rehearse.SampleAnswer;
import az.dost.vahid.json.Json;
import az.dost.vahid.kit.certify.FaultLine;
import az.dost.vahid.kit.certify.Rehearsal;
import az.dost.vahid.kit.certify.TriedAgency;
import az.dost.vahid.signature.rehearsal.PlayedGateway;
import az.dost.vahid.sources.agency.SingleAgency;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Forms of SOAP that registers have, a folder each: checked, played, asked by the gateway's own route, with all that
 * such an agency can do wrong.
 */
class SoapFormsTest {
    private static final Path ALL = Path.of("src/core/test/resources/soap");
    private static final ConnectorCheck CHECK = Kit.check();
    /** Those take the connector's time, and are the same for every protocol. */
    private static final List<PlayedFault> ELSEWHERE = List.of(PlayedFault.SLOW);

    @TempDir
    private static Path keys;

    static Stream<Path> folders() throws IOException {
        return ConnectorCheck.folders(ALL).stream();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void the_folder_passes_its_check(Path folder) throws IOException {
        assertThat(CHECK.check(folders().toList(), List.of(folder)).sorted())
                .filteredOn(remark -> remark.severity() == Severity.ERROR)
                .isEmpty();
    }

    static Stream<Arguments> samples() throws IOException {
        return folders().flatMap(folder -> Stream.of(0, 1).map(number -> Arguments.of(folder, number)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_played_agency_gives_the_facts_of_its_samples(Path path, int number) throws Exception {
        CheckedFolder folder = CHECK.read(path);
        SampleAnswer sample = Rehearsal.samples(folder).get(number);
        SourceAnswer answer = ask(folder, Map.of(), PlayedAgency.citizen(sample, number));
        JsonNode facts = sample.expected().path("facts");
        assertThat(answer.verdict())
                .as(answer.reason() + " " + answer.fault())
                .isEqualTo(facts.isEmpty() ? Verdict.NO_RECORD : Verdict.ANSWERED);
        assertThat(Json.mapper().readTree(answer.facts().toString()))
                .isEqualTo(facts.isEmpty() ? Json.mapper().createObjectNode() : facts);
        assertThat(answer.evidence()).hasSize(1);
    }

    static Stream<Arguments> faults() throws IOException {
        return folders()
                .flatMap(folder -> FaultLine.all(CHECK.read(folder).connector(), true).stream()
                        .filter(line -> line.skipped() == null && !ELSEWHERE.contains(line.fault()))
                        .map(line -> Arguments.of(folder, line.fault(), line.expected())));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_has_its_verdict(Path path, PlayedFault fault, String expected) throws Exception {
        CheckedFolder folder = CHECK.read(path);
        assumeTrue(
                fault != PlayedFault.PART_GONE
                        || !Rehearsal.samples(folder).get(0).parts().isEmpty(),
                "its samples have no parts");
        SourceAnswer answer = ask(folder, Map.of(fault, 1.0), Rehearsal.ANYBODY);
        assertThat(answer.verdict() + (answer.reason() == null ? "" : " " + answer.reason()))
                .matches(expected);
        assertThat(answer.facts()).isEmpty();
    }

    private static SourceAnswer ask(CheckedFolder folder, Map<PlayedFault, Double> faults, String fin)
            throws Exception {
        PlayedGateway.keys(keys.resolve("gateway.p12"));
        Rehearsal.Asked played = Rehearsal.start(
                folder, keys.resolve("agencies/" + folder.connector().id() + ".pem"), 0, faults);
        try (PlayedService server = played.service()) {
            Map<String, String> settings = new HashMap<>();
            settings.put("vahid.endpoints." + folder.connector().endpoint(), server.endpoint());
            settings.put("vahid.secrets." + folder.connector().auth().secret(), PlayedService.SECRET);
            try (SingleAgency single = TriedAgency.of(folder, settings, keys)) {
                return single.ask(fin, 10_000);
            }
        }
    }
}
