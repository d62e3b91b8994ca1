package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever changes a call's row in the database gets no container signed with what he wrote. */
@Tag("attack")
class ChangedExchangeTest {
    private final RunningExchange exchange = RunningExchange.get();
    private final JdbcTemplate database = exchange.context.getBean(JdbcTemplate.class);

    private int asic(String id) {
        return RunningExchange.send(
                        HttpRequest.newBuilder(exchange.address("/asic?queryId=" + id
                                        + "&xRoadInstance=AZ&memberClass=GOV&memberCode=desk&subsystemCode=cases"))
                                .header("Authorization", "Bearer desk")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .statusCode();
    }

    @TestFactory
    Stream<DynamicTest> a_call_with_another() {
        String id = UUID.randomUUID().toString();
        assertThat(RunningExchange.send(exchange.call("/echo/acts?a=1")
                                .header("X-Road-Id", id)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(asic(id)).isEqualTo(200);
        List<String> columns = database.queryForList(
                "select column_name || ' ' || data_type from information_schema.columns where table_name = 'exchange'"
                        + " and column_name not in ('client', 'message_id')",
                String.class);
        assertThat(columns).hasSizeGreaterThan(15);
        return columns.stream()
                .map(column -> column.split(" ", 2))
                .map(column -> DynamicTest.dynamicTest(column[0], () -> {
                    String change = switch (column[1]) {
                        case "uuid" -> "'0192f3a0-0000-7000-8000-000000000000'";
                        case "bytea" -> column[0].equals("mac") ? "null" : "'\\x00'";
                        case "text" ->
                            column[0].equals("protocol")
                                    ? "'SOAP'"
                                    : column[0].equals("service") ? column[0] + " || '-other'" : "'other'";
                        case "timestamp with time zone" -> "now() - interval '1 year'";
                        default -> "coalesce(" + column[0] + ", 0) + 1";
                    };
                    database.update(
                            "create table if not exists kept_exchange as select * from exchange where message_id = ?",
                            id);
                    if (change.equals("null")) {
                        database.update("alter table exchange drop constraint exchange_sealed");
                    }
                    try {
                        assertThat(database.update(
                                        "update exchange set " + column[0] + " = " + change + " where message_id = ?",
                                        id))
                                .isOne();
                        assertThat(asic(id)).isEqualTo(404);
                    } finally {
                        database.update("delete from exchange where message_id = ?", id);
                        database.update("insert into exchange select * from kept_exchange");
                    }
                    assertThat(asic(id)).as("as it was").isEqualTo(200);
                }));
    }
}
