package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.sources.ingest.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What was delivered is remembered for little: each delivery asks twice, and waits for no disk. */
class DeliveredEventsTest {
    private static final Set<String> TRIPS = Set.of("prepareStatement", "createStatement", "commit", "rollback");
    private final List<String> trips = new ArrayList<>();
    private JdbcTemplate jdbc;
    private DeliveredEvents delivered;

    @BeforeEach
    void database() {
        DataSource source = new DriverManagerDataSource(TestDatabase.create());
        jdbc = new JdbcTemplate(source);
        delivered = new DeliveredEvents(new JdbcTemplate(counting(source)), "clinic");
    }

    private DataSource counting(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            if (TRIPS.contains(method.getName())) {
                                trips.add(method.getName());
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }
        };
    }

    @Test
    void a_delivery_goes_to_the_database_twice() {
        assertThat(delivered.contains("one")).isFalse();
        assertThat(delivered.add("one")).isTrue();
        assertThat(trips).hasSize(2);
    }

    @Test
    void what_was_delivered_is_known_again_and_for_this_subscription_alone() {
        delivered.add("one");
        assertThat(delivered.add("one")).isFalse();
        assertThat(delivered.contains("one")).isTrue();
        assertThat(delivered.contains("two")).isFalse();
        assertThat(new DeliveredEvents(jdbc, "school").contains("one")).isFalse();
    }

    @Test
    void what_failed_is_forgotten() {
        delivered.add("one");
        assertThat(delivered.remove("one")).isTrue();
        assertThat(delivered.contains("one")).isFalse();
    }

    @Test
    void no_disk_is_waited_for_in_this_statement_alone() {
        jdbc.execute("create table waited (how text)");
        jdbc.execute(
                "create function tell() returns trigger language plpgsql as $$ begin insert into waited values (current_setting('synchronous_commit'));"
                        + " return new; end $$");
        jdbc.execute("create trigger told before insert on event_delivered for each row execute function tell()");
        List<String> settings = new ArrayList<>();
        jdbc.execute((Connection one) -> {
            DataSource same = new SingleConnectionDataSource(one, true);
            // The tests' server waits for no disk at all.
            new JdbcTemplate(same).execute("set synchronous_commit = on");
            new DeliveredEvents(new JdbcTemplate(same), "clinic").add("one");
            settings.add(new JdbcTemplate(same).queryForObject("show synchronous_commit", String.class));
            return null;
        });
        assertThat(jdbc.queryForList("select how from waited", String.class)).containsExactly("off");
        assertThat(settings).containsExactly("on");
    }
}
