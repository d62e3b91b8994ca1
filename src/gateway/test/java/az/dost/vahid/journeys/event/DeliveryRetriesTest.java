package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Whether a delivery that failed is tried again: by the subscription's rule, unless it failed for the database alone.
 */
class DeliveryRetriesTest {
    private static final int MANY = 50;
    private final DeliveryRetries retries = new DeliveryRetries(
            Map.of("brief", new RetryRule(5, 200, 2, 2000)), new DeliveryTally(new SimpleMeterRegistry()));

    /** What is thrown while a primary fails over, at one place or another. */
    static Stream<Exception> away() {
        SQLException closed = new SQLException("Connection is closed");
        SQLException readOnly = new SQLException("cannot execute INSERT in a read-only transaction", "25006");
        return Stream.of(
                new CannotGetJdbcConnectionException("no connection", new SQLException("refused", "08001")),
                new DataAccessResourceFailureException(
                        "ended", new SQLException("terminating connection due to administrator command", "57P01")),
                new UncategorizedSQLException("insert", null, readOnly),
                new UncategorizedSQLException("rollback", null, closed),
                new TransactionSystemException("JDBC rollback failed", closed),
                new CannotCreateTransactionException("no transaction", closed));
    }

    private boolean again(Exception fault, int attempts) {
        return retries.again(failed(fault, attempts));
    }

    private static Exchange failed(Exception fault, int attempts) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, fault);
        exchange.getMessage().setHeader(Exchange.REDELIVERY_COUNTER, attempts);
        Subscription subscription = new Subscription(
                "reader",
                "reader",
                "Test",
                Map.of("type", Set.of("fin")),
                null,
                List.of(),
                "brief",
                "P1D",
                1,
                new Subscription.Channel("http://localhost:1/hook", null, null, null));
        exchange.setProperty(Delivery.BY, new SubscriptionVersion(subscription, "{}", "0", null));
        return exchange;
    }

    @ParameterizedTest
    @MethodSource("away")
    void while_the_database_is_away_nothing_is_laid_aside_however_long_it_takes(Exception fault) {
        Exchange exchange = failed(fault, MANY);
        assertThat(retries.again(exchange)).isTrue();
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(1000L);
    }

    @Test
    void what_the_database_refuses_is_laid_aside_after_some_attempts() {
        BadSqlGrammarException refused =
                new BadSqlGrammarException("select", "select", new SQLException("no such table", "42P01"));
        assertThat(again(refused, 1)).isTrue();
        assertThat(again(refused, MANY)).isFalse();
    }

    @Test
    void a_subscriber_who_is_away_has_the_attempts_of_its_rule() {
        assertThat(again(new IOException("refused"), 4)).isTrue();
        assertThat(again(new IOException("refused"), 5)).isFalse();
    }
}
