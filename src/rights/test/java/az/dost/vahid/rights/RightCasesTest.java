package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import az.dost.vahid.rights.Evaluation.ConditionOutcome;
import az.dost.vahid.rights.Evaluation.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** What each right comes to for people near the limits of its law, and that no silence changes a yes or a no. */
class RightCasesTest {
    static Stream<RightCase> cases() {
        return RightCase.all().stream();
    }

    private static List<String> of(Evaluation evaluation, ConditionOutcome outcome) {
        return evaluation.rows().stream()
                .filter(row -> row.outcome() == outcome)
                .map(row -> row.condition().id())
                .toList();
    }

    /** A lookup for the right has no other fields: a living child stands in them without a day of death. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void who_is_entitled_is_so_by_what_the_right_asks_itself(RightCase one) {
        JsonNode about = one.aboutDossier() == null
                ? MissingNode.getInstance()
                : one.aboutDossier().json();
        Optional<Evaluation> evaluated = Evaluation.of(
                one.right(),
                Known.of(one.right(), new Basis(one.dossier().json(), about, one.event()), RightCase.VOCABULARY),
                one.day());
        boolean entitled = one.written().path("outcome").asText().equals(Outcome.ENTITLED.name());
        assertThat(evaluated
                        .filter(found -> found.outcome() == Outcome.ENTITLED)
                        .isPresent())
                .as(evaluated.map(Evaluation::text).orElse(""))
                .isEqualTo(entitled);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_right_is_what_the_law_says(RightCase one) {
        Optional<Evaluation> evaluated = one.evaluated(one.dossier());
        String wanted = one.written().path("outcome").asText();
        assertThat(evaluated.map(found -> found.outcome().name()).orElse("NONE"))
                .as(evaluated.map(Evaluation::text).orElse(""))
                .isEqualTo(wanted);
        evaluated.ifPresent(found -> {
            assertThat(of(found, ConditionOutcome.DOES_NOT_HOLD))
                    .containsExactlyInAnyOrderElementsOf(
                            RightCase.texts(one.written().path("fails")).toList());
            if (found.outcome() == Outcome.UNDECIDED) {
                assertThat(of(found, ConditionOutcome.NOT_KNOWN))
                        .containsExactlyInAnyOrderElementsOf(
                                RightCase.texts(one.written().path("notKnown")).toList());
            }
            assertThat(found.amount() == null ? "" : found.amount().toPlainString())
                    .isEqualTo(one.written().path("amount").asText());
        });
    }

    @Test
    void each_right_has_ten_cases_and_more_than_one_outcome() {
        Map<String, List<RightCase>> cases = RightCase.all().stream()
                .collect(Collectors.groupingBy(one -> one.right().code(), TreeMap::new, Collectors.toList()));
        assertThat(cases).hasSizeGreaterThanOrEqualTo(10).allSatisfy((right, of) -> {
            assertThat(of).hasSizeGreaterThanOrEqualTo(10);
            assertThat(of.stream().map(one -> one.written().path("outcome").asText()))
                    .contains("NOT_ENTITLED")
                    .containsAnyOf("ENTITLED", "UNDECIDED");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_dossier_of_a_case_is_one(RightCase one) throws IOException {
        try (var in = new ClassPathResource("contracts/dossier.schema.json").getInputStream()) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(in)
                            .validate(one.dossier().json()))
                    .isEmpty();
        }
    }

    /** A yes may become open, and so may a no; neither becomes the other. */
    private static void mayOnlyOpen(Evaluation whole, Evaluation less, String what) {
        assertThat(less.outcome())
                .as(what + "\n" + less.text())
                .isIn(
                        whole.outcome() == Outcome.UNDECIDED
                                ? List.of(Outcome.UNDECIDED)
                                : List.of(whole.outcome(), Outcome.UNDECIDED));
        for (int i = 0; i < whole.rows().size(); i++) {
            assertThat(less.rows().get(i).outcome())
                    .as(what + ", " + whole.rows().get(i).condition().id())
                    .isIn(whole.rows().get(i).outcome(), ConditionOutcome.NOT_KNOWN);
        }
    }

    private static Set<String> facts(Evaluation evaluation) {
        return facts(evaluation, place -> !place.startsWith(Rights.IN_ABOUT));
    }

    private static Set<String> factsAbout(Evaluation evaluation) {
        return facts(evaluation, place -> place.startsWith(Rights.IN_ABOUT));
    }

    private static Set<String> facts(Evaluation evaluation, Predicate<String> which) {
        return evaluation.rows().stream()
                .flatMap(row -> row.condition().is().reads().stream())
                .filter(which)
                .map(place -> place.replaceFirst("^about[.]", "").replaceFirst("[.].*", ""))
                .filter(RightCase.VOCABULARY.facts()::containsKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> registers(Evaluation evaluation) {
        Set<String> registers = new TreeSet<>();
        facts(evaluation).forEach(fact -> registers.addAll(RightCase.VOCABULARY.registers(fact)));
        return registers;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_silence_of_a_register_makes_neither_a_yes_nor_a_no(RightCase one) {
        one.evaluated(one.dossier()).ifPresent(whole -> {
            Set<String> read = registers(whole);
            assertThat(read).isNotEmpty();
            for (String register : read) {
                mayOnlyOpen(whole, one.evaluated(one.dossier().silent(register)).orElseThrow(), register);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_fact_that_is_stale_disputed_or_was_not_asked_makes_neither_a_yes_nor_a_no(RightCase one) {
        one.evaluated(one.dossier()).ifPresent(whole -> {
            for (String fact : facts(whole)) {
                mayOnlyOpen(whole, one.evaluated(one.dossier().without(fact)).orElseThrow(), "no " + fact);
                mayOnlyOpen(whole, one.evaluated(one.dossier().stale(fact)).orElseThrow(), "stale " + fact);
                for (String field : RightCase.VOCABULARY.fieldsOf(fact).keySet()) {
                    mayOnlyOpen(
                            whole,
                            one.evaluated(one.dossier().conflict(fact, field, false))
                                    .orElseThrow(),
                            "conflict of " + fact + "." + field);
                    mayOnlyOpen(
                            whole,
                            one.evaluated(one.dossier().unmappable("/" + fact + "/" + field))
                                    .orElseThrow(),
                            "unmappable " + fact + "." + field);
                }
            }
        });
    }

    /** The same of the event's person, on whose facts the right of kin stands too. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void what_is_not_known_of_the_events_person_makes_neither_a_yes_nor_a_no(RightCase one) {
        if (one.aboutDossier() == null) {
            return;
        }
        Evaluation whole = one.evaluated(one.dossier()).orElseThrow();
        mayOnlyOpen(whole, one.evaluated(one.dossier(), null).orElseThrow(), "nobody asked");
        for (String fact : factsAbout(whole)) {
            List<MadeDossier> others = List.of(
                    one.aboutDossier()
                            .silent(RightCase.VOCABULARY.registers(fact).get(0)),
                    one.aboutDossier().stale(fact),
                    one.aboutDossier().without(fact),
                    one.aboutDossier().unmappable("/" + fact));
            for (MadeDossier other : others) {
                mayOnlyOpen(whole, one.evaluated(one.dossier(), other).orElseThrow(), "about." + fact);
            }
        }
    }

    private static Outcome outcome(RightCase one, String facts) throws IOException {
        JsonNode others = Json.yaml().readTree(facts);
        RightCase other = new RightCase(
                one.right(),
                one.name(),
                one.day(),
                one.event(),
                MadeDossier.with(one.facts(), others),
                one.about(),
                one.written());
        return other.evaluated(other.dossier()).orElseThrow().outcome();
    }

    private static RightCase first(String right) {
        return RightCase.all().stream()
                .filter(one -> one.right().code().equals(right))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void one_more_child_takes_nothing_away() throws IOException {
        for (String right : List.of("birth-allowance", "child-under-one-allowance", "care-to-three-allowance")) {
            RightCase one = first(right);
            JsonNode children = one.facts().path("family").path("children");
            String more = "{ family: { children: [ " + children.path(0)
                    + ", { fin: CH1LD09, birthDate: \"2012-01-01\" } ] } }";
            assertThat(outcome(one, more))
                    .as(right)
                    .isEqualTo(one.evaluated(one.dossier()).orElseThrow().outcome());
        }
    }

    /** By decades: who was young enough, or too young, stays so, or moves once. */
    @Test
    void a_later_birthday_moves_an_outcome_as_the_law_says() throws IOException {
        assertThat(byYear("old-age-pension", 1930, 2010))
                .isEqualTo("ENTITLED to 1961, UNDECIDED to 1966, NOT_ENTITLED to 2010");
        assertThat(byYear("child-disability-allowance", 1990, 2020))
                .isEqualTo("NOT_ENTITLED to 2008, ENTITLED to 2020");
    }

    /** For people born on 1 December of each year. */
    private static String byYear(String right, int from, int to) throws IOException {
        RightCase one = first(right);
        StringBuilder moves = new StringBuilder();
        Outcome before = null;
        for (int year = from; year <= to; year++) {
            Outcome now = outcome(one, "{ identity: { birthDate: \"" + year + "-12-01\" } }");
            if (now != before && before != null) {
                moves.append(before).append(" to ").append(year - 1).append(", ");
            }
            before = now;
        }
        return moves.append(before).append(" to ").append(to).toString();
    }

    @Test
    void a_row_says_who_said_what_and_shows_no_personal_number() {
        RightCase one = first("birth-allowance");
        JsonNode json = one.evaluated(one.dossier()).orElseThrow().json();
        JsonNode registered = json.path("conditions").path(0);
        assertThat(registered.path("facts").findValuesAsText("fact"))
                .containsExactly("event.fin", "family.children", "family.children.birthDate", "family.children.fin");
        JsonNode birth = registered.path("facts").path(2);
        assertThat(birth.path("value").path(0).asText()).isEqualTo("2026-11-20");
        assertThat(birth.path("source").asText()).isEqualTo("civil-status");
        assertThat(birth.path("evidence").asText()).isEqualTo("civil-status-1");
        assertThat(json.toString()).doesNotContain("CH1LD01");
        assertThat(json.path("amount").path("azn").asText()).isEqualTo("600.00");
    }

    @Test
    void what_no_register_gives_is_named_with_the_register_that_would_have_to() {
        RightCase one = first("care-to-three-allowance");
        JsonNode wanted = one.evaluated(one.dossier()).orElseThrow().json().path("wanted");
        assertThat(wanted.findValuesAsText("id")).containsExactly("leaveOrder");
        assertThat(wanted.path(0).path("register").path("en").asText()).contains("orders of leave");
    }

    /** The same day's contract, which has no end: that it goes on is known only of a service that asks for ends. */
    @Test
    void a_field_that_was_not_asked_says_nothing_by_being_absent() {
        RightCase one = first("birth-allowance");
        MadeDossier dossier = one.dossier();
        ((ObjectNode) dossier.json()).put("service", "no-such-service");
        assertThat(of(one.evaluated(dossier).orElseThrow(), ConditionOutcome.NOT_KNOWN))
                .contains("payee");
        ((ObjectNode) dossier.json()).put("service", "labour-contract-check");
        assertThat(of(one.evaluated(dossier).orElseThrow(), ConditionOutcome.HOLDS))
                .contains("payee");
    }

    @Test
    void a_list_that_is_too_long_is_not_gone_through() throws IOException {
        RightCase one = first("birth-allowance");
        StringBuilder children =
                new StringBuilder("{ family: { children: [ { fin: CH1LD01, birthDate: \"2026-11-20\" }");
        children.append(", { fin: CH1LD09, birthDate: \"2012-01-01\" }".repeat(DossierFacts.LONGEST_LIST - 1));
        assertThat(outcome(one, children + " ] } }")).isEqualTo(Outcome.ENTITLED);
        assertThat(outcome(one, children + ", { fin: CH1LD09 } ] } }")).isEqualTo(Outcome.UNDECIDED);
    }
}
