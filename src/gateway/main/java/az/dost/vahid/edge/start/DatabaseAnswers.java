package az.dost.vahid.edge.start;

import az.dost.vahid.problem.StartException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Logs in to the database once, before a pool and all that stands on it are made: what it says is told in one line. */
public final class DatabaseAnswers implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    private static final String LONGEST_WAIT_S = "10";

    /** @throws StartException when the database does not answer or does not let the gateway in */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        Properties login = new Properties();
        login.setProperty("connectTimeout", LONGEST_WAIT_S);
        login.setProperty("loginTimeout", LONGEST_WAIT_S);
        put(login, "user", settings.getProperty("spring.datasource.username"));
        put(login, "password", settings.getProperty("spring.datasource.password"));
        // None for what is not PostgreSQL's: the demonstration's own database, which does not run yet.
        try (Connection answered = new Driver().connect(settings.getProperty("spring.datasource.url", ""), login)) {
            return;
        } catch (SQLException e) {
            throw new StartException(
                    "The database of spring.datasource.url " + what(String.valueOf(e.getSQLState())) + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private static void put(Properties login, String name, String value) {
        if (value != null && !value.isEmpty()) {
            login.setProperty(name, value);
        }
    }

    /** By the classes of SQLSTATE, PostgreSQL's appendix A. */
    private static String what(String state) {
        return state.startsWith("08")
                ? "does not answer"
                : state.startsWith("28")
                        ? "refuses the login of spring.datasource.username"
                        : state.equals("3D000") ? "is not there" : "cannot be used (" + state + ")";
    }

    /** After {@link StartCheck}, which is added before it. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
