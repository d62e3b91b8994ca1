package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table of grants against outcomes: who asks for what on whose behalf, and what comes of it. */
class GrantsTest {
    private static final Decisions DECISIONS = new Decisions();

    @ParameterizedTest(name = "{0}, {1}, facts {2}, official {3}: {4}")
    @CsvFileSource(resources = "grants.csv", delimiter = ',')
    void the_outcome_is_that_of_the_table(
            String requester, String service, String facts, String official, String outcome) {
        assertThat(outcome(requester, service, facts, official)).isEqualTo(outcome);
    }

    private static String outcome(String requester, String service, String facts, String official) {
        try {
            Requester known = DECISIONS.authenticate("demo-" + requester);
            return DECISIONS.outcome(known, service, Decisions.words(facts), official);
        } catch (ProblemException e) {
            return Decisions.told(e);
        }
    }
}
