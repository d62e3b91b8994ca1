package az.dost.vahid.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.proof.record.RecordDatabase;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class FiguresTest {
    private final HikariDataSource database = RecordDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Figures figures;

    FiguresTest() {
        jdbc.execute("create table pot (name text, held int)");
        figures = new Figures(
                database,
                List.of(
                        Figure.count("pots", "Pots", "select count(*) from pot"),
                        Figure.counts("pot.held", "In each pot", "pot", "select name, held from pot"),
                        Figure.ages("pot.age", "Of each pot", "pot", "select name, held from pot where held > 1"),
                        Figure.age("pot.oldest", "Of the oldest", "select max(held) from pot")),
                meters);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private double value(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }

    @Test
    void a_number_that_there_is_not_is_0_and_an_age_says_nothing() {
        figures.measure();
        assertThat(value("pots")).isZero();
        assertThat(value("pot.oldest")).isNaN();
        assertThat(meters.find("pot.held").gauges()).isEmpty();
    }

    @Test
    void rows_come_and_go() {
        jdbc.update("insert into pot values ('jam', 3), ('tea', 1)");
        figures.measure();
        assertThat(value("pots")).isEqualTo(2);
        assertThat(value("pot.held", "pot", "jam")).isEqualTo(3);
        assertThat(value("pot.age", "pot", "jam")).isEqualTo(3);
        assertThat(meters.find("pot.age").tag("pot", "tea").gauge()).isNull();
        jdbc.update("delete from pot where name = 'jam'");
        figures.measure();
        assertThat(value("pot.held", "pot", "jam")).isZero();
        assertThat(value("pot.age", "pot", "jam")).isNaN();
        assertThat(value("pot.held", "pot", "tea")).isEqualTo(1);
    }

    @Test
    void between_two_measurements_the_database_is_not_asked() {
        figures.measure();
        jdbc.update("insert into pot values ('jam', 3)");
        assertThat(value("pots")).isZero();
    }

    @Test
    void while_the_database_is_away_figures_stay_and_their_age_grows() {
        jdbc.update("insert into pot values ('jam', 3)");
        figures.measure();
        double age = value("vahid.figures.age");
        database.close();
        assertThatThrownBy(figures::measure).isInstanceOf(DataAccessException.class);
        assertThat(value("pots")).isEqualTo(1);
        assertThat(value("vahid.figures.age")).isGreaterThan(age);
    }
}
