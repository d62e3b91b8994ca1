package az.dost.vahid.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import az.dost.vahid.sources.verdict.Grounds;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A right that no register knows of makes nobody free of papers. */
class OutcomeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{ground: true, verdict: NOT_APPLICABLE}, {verdict: NOT_NEEDED}] | true",
                "[{ground: true, verdict: NOT_APPLICABLE}, {ground: true, verdict: NOT_APPLICABLE}] | true",
                "[{ground: true, verdict: NOT_APPLICABLE}, {ground: true, verdict: NOT_NEEDED}] | false",
                "[{ground: true, verdict: UNKNOWN}, {verdict: NOT_APPLICABLE}] | false",
                "[{ground: true, verdict: STILL_NEEDED}] | false",
                "[{verdict: NOT_APPLICABLE}] | false",
                "[] | false"
            })
    void a_right_is_in_doubt_where_registers_know_of_none_of_its_grounds(String documents, boolean doubted)
            throws IOException {
        assertThat(Grounds.doubted(Json.yaml().readTree(documents))).isEqualTo(doubted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{stillNeeded: [], open: 0} | FREE",
                "{stillNeeded: [], open: 0, rightDoubted: true} | UNDECIDED",
                "{stillNeeded: [], open: 1} | UNDECIDED",
                "{stillNeeded: [card], open: 1, rightDoubted: true} | NEEDED",
                "{stillNeeded: [], open: 0, state: DECEASED} | DECEASED",
                "{stillNeeded: [], open: 0, state: UNKNOWN} | UNKNOWN"
            })
    void a_case_comes_to(String told, Outcome outcome) throws IOException {
        assertThat(Outcome.of(Json.yaml().readTree(told))).isEqualTo(outcome);
    }
}
