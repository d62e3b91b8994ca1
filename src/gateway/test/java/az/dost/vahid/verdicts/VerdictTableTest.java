package az.dost.vahid.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.verdicts.VerdictTable.Case;
import az.dost.vahid.whole.Dossier;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of {@code src/gateway/test/resources/verdicts/table.md}, asked of the running gateway. */
class VerdictTableTest {
    private static final int DEADLINE_MS = 3_000;
    private static final int HANGING_MS = 800;
    private static final VerdictTable TABLE = new VerdictTable();
    private static final Map<List<Object>, Dossier> DOSSIERS = new HashMap<>();
    private static People people;
    private final RunningVahid vahid = RunningVahid.get();

    static List<Case> cases() {
        return TABLE.cases();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void thePaperHasItsVerdictAndTheVerdictItsReason(Case told) {
        Dossier dossier = dossier(told);
        assertThat(dossier.json().at("/subject/state").asText()).isEqualTo(told.state());
        if (told.ofThePerson()) {
            assertThat(dossier.json().path("documents").isEmpty()).isEqualTo(told.judgesNothing());
            assertNames(told, dossier.json().path("subject"));
            return;
        }
        JsonNode paper = dossier.json().path("documents").findParents("id").stream()
                .filter(document -> document.path("id").asText().equals(told.paper()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No verdict on " + told.paper()));
        JsonNode reason = paper.path("reason");
        assertThat(paper.path("verdict").asText() + " " + reason.path("code").asText())
                .as("%s", paper)
                .isEqualTo(told.verdict() + " " + told.reason());
        assertNames(told, reason);
        assertThat(reason.path("az").asText()).isNotBlank();
        assertThat(reason.path("en").asText())
                .isNotBlank()
                .isNotEqualTo(reason.path("az").asText());
    }

    private static void assertNames(Case told, JsonNode reason) {
        told.names().forEach(name -> {
            String[] parts = name.split(" ", 2);
            assertThat(reason.path(parts[0]).asText())
                    .as("%s of %s", parts[0], reason)
                    .isEqualTo(parts[1]);
        });
    }

    /** One lookup for all cases of the same person, service and events. */
    private Dossier dossier(Case told) {
        return DOSSIERS.computeIfAbsent(List.of(told.person(), told.happened(), told.service()), key -> {
            if (people == null) {
                people = new People(vahid.population(), TABLE.people());
            }
            String fin = people.fin(told.person());
            boolean hangs = told.happened().stream().anyMatch(what -> what.endsWith(" hangs"));
            try (Happening happening = new Happening(vahid, TABLE.changes())) {
                told.happened().forEach(what -> happening.happen(what, fin));
                Dossier dossier = vahid.clerk().ask(told.service(), fin, hangs ? HANGING_MS : DEADLINE_MS);
                assertThat(dossier.violations()).isEmpty();
                return dossier;
            }
        });
    }

    @Test
    void theTableIsLongAndWideEnough() {
        List<Case> cases = TABLE.cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(120);
        assertThat(cases.stream().map(Case::id)).doesNotHaveDuplicates();
        assertThat(cases.stream().map(Case::verdict))
                .contains("NOT_NEEDED", "NOT_APPLICABLE", "STILL_NEEDED", "UNKNOWN");
        assertThat(cases.stream()
                        .map(Case::reason)
                        .filter(reason -> !reason.equals("-"))
                        .collect(Collectors.toSet()))
                .isEqualTo(TABLE.reasons().keySet());
        assertThat(cases.stream().map(Case::service).distinct().count()).isGreaterThanOrEqualTo(30);
        assertThat(cases.stream().map(Case::person).collect(Collectors.toSet()))
                .isEqualTo(TABLE.people().keySet());
        assertThat(cases.stream().flatMap(one -> one.happened().stream()))
                .containsAll(TABLE.changes().keySet());
    }

    @Test
    void everyRegisterHoldsAPaperAndIsSilentOrRejectedOnce() {
        List<String> registers =
                vahid.connectors().stream().map(connector -> connector.id()).toList();
        assertThat(named("REGISTER_HOLDS")).containsAll(registers);
        assertThat(Stream.of("REGISTER_SILENT", "REGISTER_REJECTED").flatMap(reason -> named(reason).stream()))
                .containsAll(registers);
    }

    private static List<String> named(String reason) {
        return TABLE.cases().stream()
                .filter(one -> one.reason().equals(reason))
                .flatMap(one -> one.names().stream())
                .filter(name -> name.startsWith("source "))
                .map(name -> name.substring("source ".length()))
                .toList();
    }
}
