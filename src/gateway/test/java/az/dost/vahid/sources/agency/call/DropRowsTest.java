package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import az.dost.vahid.answer.Question;
import az.dost.vahid.sources.ingest.snapshot.Snapshots;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class DropRowsTest {
    private static final int SLOW_MS = 40;
    private final Question question = new Question("1AAAAAA", "ccu-intake", Long.MAX_VALUE);
    private final Snapshots snapshots = mock(Snapshots.class);
    private final DropRows rows = new DropRows(snapshots);
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    DropRowsTest() {
        exchange.getMessage().setBody(question);
        exchange.setProperty(DropRows.AGENCIES, List.of("defence", "state-insurance"));
    }

    @Test
    void a_database_that_fails_is_asked_once_and_told_by_each_branch() {
        when(snapshots.find(any(), any())).thenThrow(new DataAccessResourceFailureException("away"));
        rows.read(exchange);
        for (String agency : List.of("defence", "state-insurance")) {
            assertThatThrownBy(() -> rows.of(agency, exchange, question))
                    .isInstanceOf(DataAccessResourceFailureException.class);
        }
        verify(snapshots, times(1)).find(any(), any());
    }

    @Test
    void the_time_of_the_query_before_the_scatter_is_an_answers_own() {
        when(snapshots.find(any(), any())).thenAnswer(asked -> {
            Thread.sleep(SLOW_MS);
            return Map.of();
        });
        assertThat(DropRows.tookMs(exchange)).isZero();
        rows.read(exchange);
        assertThat(DropRows.tookMs(exchange)).isGreaterThanOrEqualTo(SLOW_MS);
    }
}
