package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** What Vahid itself did wrong is told as its own. */
class OwnFaultsTest {
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
}
