package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Something is taken from a requester while its lookup is made, or after: what it is given then. */
@Tag("attack")
class RevokedGrantsTest {
    private static final String OFFICE = "id: office\nname: Office\ntokenSha256: " + "a".repeat(64)
            + "\nservices: [ccu-car, ccu-intake]\nspecialFacts: [\"*\"]\n" + "officials: {a.b: {}, c.d: {}}\n";

    @TempDir
    Path folder;

    private Decisions decisions;
    private Requester office;

    @BeforeEach
    void granted() throws IOException {
        Files.writeString(folder.resolve("office.yaml"), OFFICE);
        decisions = new Decisions(folder.toString());
        office = decisions.access.named("office").orElseThrow();
    }

    private Lookup.Granted underWay() {
        return decisions.planner.authorise(
                LookupOf.asked(office, new LookupRequest("W1D0W01", "ccu-intake", "TEST/1", "a.b", List.of(), 3000)));
    }

    /** @param word null when the whole file goes */
    private void take(String word, String other) throws IOException {
        Path file = folder.resolve("office.yaml");
        if (word == null) {
            Files.delete(file);
        } else {
            assertThat(OFFICE).contains(word);
            Files.writeString(file, OFFICE.replace(word, other));
        }
        decisions.access.refresh();
    }

    private static void refused(ThrowingCallable given) {
        assertThatThrownBy(given)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_GRANTED));
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '|',
            value = {
                "-, -",
                "|, ccu-intake|, ||",
                "|\"*\"|, vehicles",
                "|a.b: {}, |, ||",
                "a.b: {}, |a.b: {services: [ccu-car]}|",
                "name:, oops:"
            })
    void a_lookup_under_way_brings_nothing_any_more(String word, String other) throws IOException {
        Lookup.Granted lookup = underWay();
        assertThatCode(() -> decisions.planner.confirm(lookup)).doesNotThrowAnyException();
        take(word, other == null ? "" : other);
        refused(() -> decisions.planner.confirm(lookup));
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '|',
            value = {"|, ccu-intake|, ||", "|\"*\"|, vehicles"})
    void what_was_made_before_is_not_given_again(String word, String other) throws IOException {
        List<String> facts = underWay().facts;
        assertThatCode(() -> decisions.planner.confirm(office, "ccu-intake", facts))
                .doesNotThrowAnyException();
        take(word, other == null ? "" : other);
        Requester now = decisions.access.named("office").orElseThrow();
        refused(() -> decisions.planner.confirm(now, "ccu-intake", facts));
        refused(() -> decisions.planner.confirm(now, "ccu-intake", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"name: Office, name: Another", "'services: [ccu-car, ', 'services: [pension-amount-certificate, '"})
    void what_does_not_concern_it_takes_nothing_away(String word, String other) throws IOException {
        Lookup.Granted lookup = underWay();
        take(word, other);
        assertThatCode(() -> decisions.planner.confirm(lookup)).doesNotThrowAnyException();
    }
}
