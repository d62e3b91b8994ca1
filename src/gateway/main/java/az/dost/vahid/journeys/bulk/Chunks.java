package az.dost.vahid.journeys.bulk;

import az.dost.vahid.job.Bells;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.claim.ClaimQuery;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.Lease;
import az.dost.vahid.proof.claim.Leases;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The chunks of jobs, taken by workers of all gateways, each for the time of its lease. Jobs take turns, chunk by
 * chunk.
 */
public final class Chunks {
    private static final String PROPERTY = "vahid.bulk.chunk";
    /** Rings when there is a chunk to take. */
    private static final String BELL = "bulk";

    /** A chunk is not taken more often, which nothing but rows that cannot be read brings about. */
    private static final int MOST_TAKES = 20;

    private static final ClaimQuery NEXT = new ClaimQuery(
            "r.done_at is null and r.job = (select j.id from bulk_job j where j.state = 'RUNNING' and exists (select 1 "
                    + "from bulk_chunk c where c.job = j.id and c.done_at is null and c.leased_until < statement_timestamp()) order by j.served_at limit 1)",
            "r.number",
            "attempts = r.attempts + 1",
            "job, number, first_line, last_line, attempts, subjects");
    /**
     * While there was something to do a moment ago, each worker looks for itself; else one look is enough for all of
     * this gateway.
     */
    private static final long BUSY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final JdbcTemplate jdbc;
    private final Leases leases;
    private final Bodies bodies;
    private final Jobs jobs;
    private final Bells bells;
    private final long pauseNanos;
    private volatile long found = System.nanoTime();
    private volatile long looked = found;

    /** @param pause between two looks while there is nothing to do, for all workers of this gateway together */
    Chunks(JdbcTemplate jdbc, Leases leases, Bodies bodies, Jobs jobs, Bells bells, Duration pause) {
        this.jdbc = jdbc;
        this.leases = leases.ring(BELL, NEXT.due());
        this.bells = bells;
        this.bodies = bodies;
        this.jobs = jobs;
        this.pauseNanos = pause.toNanos();
    }

    private record Row(UUID job, int number, int firstLine, int lastLine, int attempts, byte[] subjects) {}

    /** Takes a chunk; puts the rows of it that are left into the body, none when there is nothing to do. */
    public void take(Exchange exchange) {
        Optional<ClaimedRow<Row>> taken = exchange.getContext().isStopping() ? Optional.empty() : next();
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, taken.isPresent());
        exchange.getMessage().setBody(List.of());
        taken.ifPresent(one -> {
            // What goes wrong is taken again when the lease is over: a pause for whatever failed.
            one.lease().leaveWith(exchange);
            jdbc.update(
                    "update bulk_job set served_at = clock_timestamp() where id = ?",
                    one.row().job());
            open(one.row(), one.lease(), exchange);
        });
    }

    private Optional<ClaimedRow<Row>> next() {
        long now = System.nanoTime();
        boolean busy = now - found <= BUSY_NANOS;
        if (!busy && now - looked < pauseNanos && !bells.rungSince(BELL, looked)) {
            return Optional.empty();
        }
        looked = now;
        Optional<ClaimedRow<Row>> taken = leases.take(
                NEXT,
                (row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getBytes(6)));
        if (taken.isPresent()) {
            found = now;
            if (!busy) {
                // The others of this gateway, which did not look.
                bells.ring(BELL);
            }
        }
        return taken;
    }

    private void open(Row taken, Lease lease, Exchange exchange) {
        BulkJob job = jobs.find(taken.job()).orElseThrow();
        if (taken.attempts() > MOST_TAKES) {
            jobs.fail(job, "Rows of it cannot be read, or end the gateway", MOST_TAKES);
            return;
        }
        Set<Integer> settled = new HashSet<>(jdbc.queryForList(
                "select line from bulk_result where job = ? and line between ? and ?",
                Integer.class,
                taken.job(),
                taken.firstLine(),
                taken.lastLine()));
        List<NextRow> left = new ArrayList<>();
        String text = new String(
                bodies.open(taken.job(), DataClass.BULK, "chunk " + taken.number(), taken.subjects()),
                StandardCharsets.US_ASCII);
        text.lines()
                .map(line -> line.split(" "))
                .map(parts -> new NextRow(job, Integer.parseInt(parts[0]), parts[1]))
                .filter(subject -> !settled.contains(subject.line()))
                .forEach(left::add);
        exchange.setProperty(
                PROPERTY,
                new Chunk(
                        lease,
                        taken.job(),
                        taken.number(),
                        taken.firstLine(),
                        taken.lastLine(),
                        taken.attempts(),
                        left));
        exchange.getMessage().setBody(left);
    }

    /**
     * Whether the chunk is still this gateway's, and its job still runs: else nobody is asked about its next row.
     *
     * @throws ProblemException NOT_READY when this gateway stops: rows that it has begun end, and others take those
     *     that are left at once
     */
    public boolean wanted(Exchange exchange) {
        Chunk chunk = of(exchange);
        if (exchange.getContext().isStopping()) {
            chunk.lease().end();
            leases.tell(BELL);
            throw new ProblemException(ProblemCode.NOT_READY);
        }
        return !chunk.lease().lost()
                && jdbc.queryForObject(
                        "select exists (select 1 from bulk_chunk c join bulk_job j on j.id = c.job where c.job = ?"
                                + " and c.number = ? and c.lease = ? and j.state = 'RUNNING')",
                        Boolean.class,
                        chunk.job(),
                        chunk.number(),
                        chunk.lease().id());
    }

    static Chunk of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Chunk.class);
    }

    /** Closes the chunk once something has come of each of its rows. */
    public void finish(Exchange exchange) {
        Chunk chunk = of(exchange);
        if (chunk != null && !chunk.lease().lost()) {
            jdbc.update(
                    """
                    update bulk_chunk set done_at = now(), subjects = null, answered = came.answered, refused = came.refused from
                        (select count(dossier) as answered, count(*) filter (where dossier is null and code <> all (?)) as refused
                            from bulk_result where job = ? and line between ? and ?) came
                    where job = ? and number = ? and lease = ? and done_at is null and exists (select 1 from bulk_job where id = job and state = 'RUNNING')""",
                    RowFault.codes(),
                    chunk.job(),
                    chunk.firstLine(),
                    chunk.lastLine(),
                    chunk.job(),
                    chunk.number(),
                    chunk.lease().id());
        }
    }

    JobProgress progress(UUID job) {
        return jdbc.queryForObject(
                "select coalesce(sum(answered), 0), coalesce(sum(refused), 0), coalesce(sum(answered + refused)"
                        + " filter (where done_at > now() - interval '1 minute'), 0) from bulk_chunk where job = ?",
                (row, n) -> new JobProgress(row.getInt(1), row.getInt(2), row.getInt(3) / 60.0),
                job);
    }

    /**
     * Rows that a worker has taken.
     *
     * @param attempts how often it was taken, this time included
     * @param left its rows of which nothing has come yet
     */
    record Chunk(Lease lease, UUID job, int number, int firstLine, int lastLine, int attempts, List<NextRow> left) {
        @Override
        public String toString() {
            return "Chunk " + number + " of " + job;
        }
    }
}
