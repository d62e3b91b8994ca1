package az.dost.vahid.journeys.report.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.claim.Cluster;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who orders a period to be closed anew, how often, and what the audit chain tells of it. */
class ReportOrdersTest {
    private static final String PERIOD = "2026-03";
    private final HikariDataSource database = RecordDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @TempDir
    private Path folder;

    private TestRecord record;
    private ReportOrders orders;

    @BeforeEach
    void open() throws Exception {
        record = new TestRecord(database, folder);
        orders = new ReportOrders(jdbc, record.acts());
    }

    @AfterEach
    void close() throws Exception {
        record.close();
        database.close();
    }

    private ReportOrder order(String period, String because, String key) {
        return orders.order("dost", "g.ahmadova", period, because, key);
    }

    private void refused(ProblemCode code, String period, String because, String key) {
        assertThatThrownBy(() -> order(period, because, key))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private long kept() {
        return jdbc.queryForObject("select count(*) from report_order", Long.class);
    }

    @Test
    void the_chain_tells_who_ordered_what_and_why() {
        ReportOrder order = order(PERIOD, "late", "a");
        assertThat(orders.waiting()).containsExactly(order);
        assertThat(jdbc.queryForObject(
                        "select concat_ws(' ', entry ->> 'by', entry ->> 'official', entry ->> 'period', entry ->> 'because', entry ->> 'order') from audit"
                                + " where entry ->> 'act' = 'statistics-closing-ordered'",
                        String.class))
                .isEqualTo("dost g.ahmadova 2026-03 late " + order.id());
    }

    @Test
    void sent_again_under_its_key_it_is_the_same_order_even_after_it_was_done() {
        ReportOrder first = order(PERIOD, "late", "a");
        assertThat(order(PERIOD, "late", "a")).isEqualTo(first);
        orders.done(first);
        assertThat(order(PERIOD, "late", "a").id()).isEqualTo(first.id());
        assertThat(kept()).isEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit where entry ->> 'act' = 'statistics-closing-ordered'", Long.class))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-04, late", "2026-03, for another reason"})
    void another_order_under_the_key_is_refused(String period, String because) {
        order(PERIOD, "late", "a");
        refused(ProblemCode.IDEMPOTENCY_KEY_USED, period, because, "a");
    }

    @Test
    void while_an_order_waits_there_is_no_other_one_of_its_period() {
        order(PERIOD, "late", "a");
        refused(ProblemCode.CLOSING_ORDERED, PERIOD, "late", "b");
        assertThat(order("2026-04", "late", "c").period()).isEqualTo("2026-04");
    }

    @Test
    void an_operator_s_order_that_waits_keeps_analysts_waiting_and_one_that_is_done_does_not() {
        jdbc.update(
                "insert into report_order (id, period, because, asked_by) values (?, ?, 'rebuilt', 'an operator')",
                UUID.randomUUID(),
                PERIOD);
        refused(ProblemCode.CLOSING_ORDERED, PERIOD, "late", "a");
        orders.done(orders.waiting().get(0));
        assertThat(order(PERIOD, "late", "a").doneAt()).isNull();
    }

    @Test
    @Tag("attack")
    void whoever_orders_again_and_again_is_given_one_a_day() {
        orders.done(order(PERIOD, "late", "a"));
        for (int times = 0; times < 50; times++) {
            refused(ProblemCode.CLOSING_ORDERED, PERIOD, "late", "again-" + times);
        }
        jdbc.update("update report_order set asked_at = now() - interval '23 hours 59 minutes'");
        refused(ProblemCode.CLOSING_ORDERED, PERIOD, "late", "b");
        jdbc.update("update report_order set asked_at = now() - interval '1 day'");
        assertThat(order(PERIOD, "late", "b").doneAt()).isNull();
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    @Tag("attack")
    void of_many_at_once_one_is_kept() throws Exception {
        List<Callable<Boolean>> analysts = IntStream.range(0, 8)
                .mapToObj(n -> (Callable<Boolean>) () -> {
                    try {
                        return order(PERIOD, "late", "key-" + n) != null;
                    } catch (ProblemException e) {
                        return e.code() != ProblemCode.CLOSING_ORDERED;
                    }
                })
                .toList();
        assertThat(Cluster.atOnce(analysts)).containsOnlyOnce(true);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void the_last_order_of_a_period_is_told_with_what_came_of_it() {
        orders.done(order(PERIOD, "late", "a"));
        assertThat(orders.last())
                .singleElement()
                .satisfies(
                        order -> assertThat(order.json().path("state").asText()).isEqualTo("UNCHANGED"));
    }
}
