package az.dost.vahid.edge.start;

import az.dost.vahid.database.OwnDatabase;
import az.dost.vahid.job.Arrival;
import az.dost.vahid.problem.StartException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Logs in to the database once, before a pool and all that stands on it are made: what it says is told in one line. One
 * that does not answer yet, still starts or is a standby is waited for.
 */
public final class DatabaseAnswers implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAnswers.class);
    private static final String WHO = "the database of spring.datasource.url";
    private static final String LONGEST_WAIT_S = "10";
    /** The driver has one state for all that is wrong with a connection. None of these passes. */
    private static final Pattern UNVERIFIED =
            Pattern.compile("does not support SSL|SSL root certificate|PKIX|could not be verified");
    /** Classes and codes of SQLSTATE, PostgreSQL's appendix A: no connection; it starts or ends; too many are in. */
    private static final List<String> PASSING = List.of("08", "57P", "53300");

    /** @throws StartException when the database has not come in time, or does not let the gateway in */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        String address = settings.getProperty("spring.datasource.url", "");
        Properties login = new Properties();
        login.setProperty("connectTimeout", LONGEST_WAIT_S);
        login.setProperty("loginTimeout", LONGEST_WAIT_S);
        put(login, "user", settings.getProperty("spring.datasource.username"));
        put(login, "password", settings.getProperty("spring.datasource.password"));
        Arrival.await(
                WHO,
                Duration.ofMillis(settings.getProperty("vahid.database.patience-ms", Long.class, 0L)),
                () -> lacking(address, login));
        if (address.startsWith("jdbc:") && !OwnDatabase.doubt(address).isEmpty()) {
            LOG.warn(
                    "The database is not verified, since vahid.database.unverified says: {}",
                    settings.getProperty("vahid.database.unverified"));
        }
    }

    /** Why it cannot be used yet; empty for one that can. */
    private static Optional<String> lacking(String address, Properties login) {
        // None for what is not PostgreSQL's: the demonstration's own database, which does not run yet.
        try (Connection answered = new Driver().connect(address, login)) {
            return answered != null && standby(answered)
                    ? Optional.of("is a standby: it takes nothing that is written")
                    : Optional.empty();
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            boolean unverified = UNVERIFIED.matcher(said).find();
            String why = (unverified ? "is not verified" : what(state)) + ": " + said;
            if (unverified || PASSING.stream().noneMatch(state::startsWith)) {
                throw new StartException("The database of spring.datasource.url " + why, e);
            }
            return Optional.of(why);
        }
    }

    private static boolean standby(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_is_in_recovery()")) {
            row.next();
            return row.getBoolean(1);
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
                : state.startsWith("57P")
                        ? "starts or ends"
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
