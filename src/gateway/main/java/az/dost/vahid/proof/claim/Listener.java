package az.dost.vahid.proof.claim;

import az.dost.vahid.job.Bells;
import az.dost.vahid.job.Job;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.job.Rounds;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Hears what the database tells of new work ({@code LISTEN}), whichever gateway made it, and rings the bell of that
 * name. Now and then it looks itself, for all at once: what was told may have been lost, and a lease that is over is
 * told by nobody.
 *
 * <p>It has a connection of its own: what is told goes to the session that asked for it, so a pooler that gives
 * sessions to others in between takes it away. Whether it hears is tried again and again, by a word that it tells
 * itself through another connection. While it does not, whoever waits for work looks as often as if nobody told
 * anything.
 */
public final class Listener implements AutoCloseable {
    private static final String CHANNEL = "vahid_work";
    /** Between two turns that went wrong. */
    private static final Duration AGAIN = Duration.ofSeconds(1);
    /** Between two trials. */
    private static final long TRIAL_NANOS = TimeUnit.SECONDS.toNanos(15);
    /** Within which the word of a trial, and any answer of the database, must come. */
    private static final int PATIENCE_MS = 5000;
    /** So long one turn waits for a word at the most. */
    private static final int TURN_MS = 1000;
    /** After so long whoever waits looks by itself, though the bells are well. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Bells bells;
    private final LeaseKeeper leases;
    private final HikariDataSource one;
    private final HikariDataSource other;
    private final ClaimSettings settings;
    private final Rounds rounds;
    private final String trial = "trial " + UUID.randomUUID();
    /** Null while there is none. */
    private Connection connection;
    /** When the last trial began, {@link System#nanoTime()}; when it looked last. */
    private long tried;

    private long looked;
    private boolean awaited;
    private volatile boolean hears;

    /**
     * Both of its connections are its own: where all of the gateway's are in use, it hears all the same.
     *
     * @param pool has their settings
     * @param trials has those of the connection by which it tells itself something
     */
    Listener(
            Bells bells,
            LeaseKeeper leases,
            HikariDataSource pool,
            HikariDataSource trials,
            ClaimSettings settings,
            Jobs jobs) {
        this.bells = bells;
        this.leases = leases;
        this.settings = settings;
        this.one = single(pool, "listen");
        this.other = single(trials, "listen-trial");
        one.setMaxLifetime(0);
        one.setJdbcUrl(at(settings.listenAt(), pool.getJdbcUrl()));
        Job job = jobs.of("database-listener", Duration.ofMillis(TURN_MS));
        rounds = Rounds.start(job, Duration.ZERO, this::listen, () -> job.failures() == 0 ? Duration.ZERO : AGAIN);
    }

    private static HikariDataSource single(HikariDataSource like, String name) {
        HikariDataSource single = new HikariDataSource();
        like.copyStateTo(single);
        single.setMetricsTrackerFactory(null);
        single.setMetricRegistry(null);
        single.setPoolName(name);
        single.setMinimumIdle(0);
        single.setMaximumPoolSize(1);
        single.setInitializationFailTimeout(-1);
        single.setConnectionTimeout(PATIENCE_MS);
        return single;
    }

    /** The address of all others with another host and port; user, database and TLS are theirs. */
    static String at(String host, String address) {
        return host.isBlank()
                ? address
                : Pattern.compile("//[^/]*/")
                        .matcher(address)
                        .replaceFirst(Matcher.quoteReplacement("//" + host + "/"));
    }

    /** Tells all gateways of work: in a transaction, once that is committed. */
    static void tell(JdbcTemplate jdbc, String bell) {
        jdbc.queryForList("select pg_notify(?, ?)::text", CHANNEL, bell);
    }

    /** For one route, which is woken by the bells and looks often while they cannot be relied on. */
    public WokenRounds woken() {
        return new WokenRounds(bells, this::pause);
    }

    /**
     * How long to wait for a ring, before a look all the same.
     *
     * @param often while nothing else would tell of work
     */
    Duration pause(Duration often) {
        return relied() && often.compareTo(LONGEST) < 0 ? LONGEST : often;
    }

    /**
     * Whether to look for what this bell tells of: it rang since, it cannot be relied on, or it is time all the same.
     *
     * @param since the last look, {@link System#nanoTime()}
     */
    public boolean worthALook(String bell, long since) {
        return !relied() || bells.rungSince(bell, since) || System.nanoTime() - since > lookNanos();
    }

    /** A gateway is gone. It may have left work that it had taken, or had told of. */
    public void hurry() {
        bells.hurry(settings.afterLoss());
    }

    /** Whether the database's word arrives. */
    boolean hears() {
        return hears;
    }

    private boolean relied() {
        return hears && !bells.hurried();
    }

    private long lookNanos() {
        return TimeUnit.MILLISECONDS.toNanos(settings.lookEveryMs());
    }

    private void listen() throws SQLException {
        try {
            if (connection == null) {
                connect();
            }
            for (PGNotification told : connection.unwrap(PGConnection.class).getNotifications(TURN_MS)) {
                heard(told.getParameter());
            }
            long now = System.nanoTime();
            if (awaited && now - tried > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS)) {
                throw new SQLTransientConnectionException(
                        "What the database tells does not arrive: set vahid.claims.listen-at to a host without a pooler");
            }
            if (!awaited && now - tried > TRIAL_NANOS) {
                begin();
            }
            if (now - looked > lookNanos()) {
                look();
            }
        } catch (SQLException | RuntimeException e) {
            leave();
            throw e;
        }
    }

    private void connect() throws SQLException {
        connection = one.getConnection();
        connection.setNetworkTimeout(Runnable::run, PATIENCE_MS);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        begin();
    }

    private void begin() throws SQLException {
        tried = System.nanoTime();
        awaited = true;
        try (Connection teller = other.getConnection()) {
            teller.setNetworkTimeout(Runnable::run, PATIENCE_MS);
            tell(new JdbcTemplate(new SingleConnectionDataSource(teller, true)), trial);
        }
    }

    private void heard(String told) {
        if (!told.equals(trial)) {
            bells.ring(told);
        } else {
            awaited = false;
            if (!hears) {
                hears = true;
                // Of what was told before nothing was heard.
                bells.ringAll();
            }
        }
    }

    private void look() throws SQLException {
        looked = System.nanoTime();
        String query = leases.look();
        if (!query.isEmpty()) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    bells.ring(rows.getString(1));
                }
            }
        }
    }

    private void leave() {
        boolean heard = hears;
        hears = false;
        awaited = false;
        if (connection != null) {
            one.evictConnection(connection);
            connection = null;
        }
        if (heard) {
            // From now on whoever waits looks often.
            bells.ringAll();
        }
    }

    @Override
    public void close() {
        rounds.close();
        one.close();
        other.close();
    }
}
