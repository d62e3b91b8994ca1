package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** What Vahid itself did wrong is told as its own, and costs no agency its place. */
class OwnFaultsTest {
    private static final int ENOUGH_TO_OPEN = 15;

    private static SourceAnswer failed(Connector.Protocol protocol, Throwable thrown) {
        Connector connector = new Connector(
                "agency", null, null, null, false, protocol, null, null, null, null, 1_000, 1, 1, false, 1_000, null,
                null, null, null, null, null);
        return Verdicts.failed(
                "agency",
                new Conversation(
                        null, connector, new Question("", "", "", "", System.nanoTime() + TimeUnit.HOURS.toNanos(1))),
                thrown);
    }

    @ParameterizedTest
    @EnumSource(value = Connector.Protocol.class, names = "JDBC", mode = EnumSource.Mode.EXCLUDE)
    void a_fault_of_vahids_database_is_nobody_elses(Connector.Protocol protocol) {
        for (SQLException fault : List.of(
                new SQLException("ERROR: function find() does not exist", "42883"),
                new SQLException("The connection attempt failed", "08001", new SocketTimeoutException()))) {
            SourceAnswer row = failed(protocol, new DataAccessResourceFailureException("Not read", fault));
            assertThat(row.verdict()).isEqualTo(Verdict.UNAVAILABLE);
            assertThat(row.reason()).isEqualTo(Reason.INTERNAL);
        }
    }

    @Test
    void a_fault_of_an_agency_that_is_a_database_is_its_own() {
        SQLException fault = new SQLException("ERROR: relation does not exist", "42P01");
        assertThat(failed(Connector.Protocol.JDBC, fault).reason()).isEqualTo(Reason.AGENCY_ERROR);
    }

    @Test
    void faults_inside_vahid_open_no_breaker_and_hide_no_silence() {
        Admission admission = new Admission("agency", 20, null);
        for (int i = 0; i < 2 * ENOUGH_TO_OPEN; i++) {
            admission.enter();
            admission.leave(answer(Reason.INTERNAL));
        }
        assertThat(admission.state()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(admission.inFlight()).isZero();
        for (int i = 0; i < ENOUGH_TO_OPEN; i++) {
            admission.enter();
            admission.leave(answer(Reason.CONNECTION_FAILED));
        }
        assertThat(admission.state()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    private static SourceAnswer answer(Reason reason) {
        return new SourceAnswer(
                "agency", Verdict.UNAVAILABLE, reason, null, 40, JsonNodeFactory.instance.objectNode(), List.of());
    }
}
