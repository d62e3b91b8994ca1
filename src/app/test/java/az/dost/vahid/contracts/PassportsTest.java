package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassportsTest {
    static List<Path> passports() {
        return Contracts.passports();
    }

    @ParameterizedTest
    @MethodSource("passports")
    void fitsItsSchemaAndHasItsFileName(Path file) {
        JsonNode passport = Contracts.read(file);
        assertThat(Contracts.schema("passport.schema.json").validate(passport)).isEmpty();
        assertThat(file.getFileName()).hasToString(passport.path("code").asText() + ".yaml");
    }

    @ParameterizedTest
    @MethodSource("passports")
    void asksForEveryFactThatReplacesAPaperAndForNoOther(Path file) {
        JsonNode passport = Contracts.read(file);
        List<String> replacing = passport.findParents("id").stream()
                .filter(document -> document.has("fact"))
                .map(document -> document.path("fact").asText())
                .distinct()
                .toList();
        assertThat(facts(passport)).containsExactlyInAnyOrderElementsOf(replacing);
    }

    @ParameterizedTest
    @MethodSource("passports")
    void namesEachDocumentOnce(Path file) {
        assertThat(Contracts.read(file).path("documents").findValuesAsText("id"))
                .doesNotHaveDuplicates();
    }

    /** A fact stands there by its name, or with the fields that are needed of it. */
    private static List<String> facts(JsonNode passport) {
        List<String> facts = new ArrayList<>();
        passport.path("facts")
                .forEach(fact -> facts.add(fact.isObject() ? fact.path("fact").asText() : fact.asText()));
        return facts;
    }

    @Test
    void nameTheSamePaperAlikeEverywhere() {
        Map<String, JsonNode> papers = new HashMap<>();
        for (Path file : passports()) {
            for (JsonNode document : Contracts.read(file).path("documents")) {
                // Whether a right rests on a paper is the service's own.
                ((ObjectNode) document).remove("ground");
                JsonNode known = papers.putIfAbsent(document.path("id").asText(), document);
                assertThat(document)
                        .as("%s in %s", document.path("id"), file)
                        .isEqualTo(known == null ? document : known);
            }
        }
    }

    @Test
    void coverEveryFamilyAndAllDirectionsOfTheCoordinationUnit() {
        List<JsonNode> all = passports().stream().map(Contracts::read).toList();
        JsonNode families = Contracts.read("passport.schema.json").at("/properties/family/enum");
        assertThat(all)
                .hasSizeGreaterThanOrEqualTo(32)
                .extracting(passport -> passport.path("family").asText())
                .containsAll(Contracts.texts(families));
        assertThat(all)
                .filteredOn(passport -> passport.path("code").asText().matches("ccu-(?!intake$).*"))
                .hasSize(26);
    }

    @Test
    void takeTheWholePictureAtIntakeAndNeedNoPaperForIt() {
        JsonNode intake = Contracts.read("services/ccu-intake.yaml");
        assertThat(Contracts.texts(intake.path("facts"))).containsExactlyElementsOf(Contracts.factNames());
        assertThat(intake.path("documents")).isNotEmpty().allMatch(document -> document.has("fact"));
    }

    @Test
    void mayNameTheFactsOfTheDossierAndNoOther() {
        JsonNode facts = Contracts.read("passport.schema.json").at("/$defs/fact/enum");
        assertThat(Contracts.texts(facts)).isEqualTo(Contracts.factNames()).hasSize(35);
    }

    @Test
    void areRefusedWithAFactThatNoDossierHas() {
        ObjectNode passport = (ObjectNode) Contracts.read("services/ccu-car.yaml");
        passport.withArray("facts").add("horoscope");
        assertThat(Contracts.schema("passport.schema.json").validate(passport)).isNotEmpty();
    }
}
