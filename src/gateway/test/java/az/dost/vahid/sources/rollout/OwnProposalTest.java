package az.dost.vahid.sources.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may confirm what somebody proposed. */
class OwnProposalTest {
    @ParameterizedTest(name = "two operators {0}: {1}/{2} proposes, {3}/{4} confirms: {5}")
    @CsvSource({
        "false, operations, a.one, operations, a.one, true",
        "true,  operations, a.one, operations, a.one, false",
        "true,  operations, a.one, night-desk, a.one, false",
        "true,  operations, a.one, operations, b.two, true",
        "true,  operations,      , operations,      , false",
        "true,  operations,      , operations, b.two, false",
        "true,  operations, a.one, operations,      , false",
        "true,  operations, a.one, operations, A.One, false",
        "false, operations,      , operations,      , true"
    })
    void where_two_are_asked_for_nobody_confirms_his_own(
            boolean two, String requester, String official, String otherRequester, String other, boolean may) {
        Throwable refused = catchThrowable(() ->
                RolloutHandler.mayConfirm(two, new Operator(requester, official), new Operator(otherRequester, other)));
        if (may) {
            assertThat(refused).isNull();
        } else {
            assertThat(refused)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code().name()).isEqualTo("OWN_PROPOSAL"));
        }
    }
}
