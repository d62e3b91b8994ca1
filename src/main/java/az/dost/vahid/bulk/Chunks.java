package az.dost.vahid.bulk;

import az.dost.vahid.record.body.Bodies;
import az.dost.vahid.record.body.DataClass;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The chunks of jobs, taken by workers of all gateways, each for the time of its lease, which a living gateway renews. Jobs take
 * turns, chunk by chunk.
 */
public final class Chunks {
    private static final String PROPERTY = "vahid.bulk.chunk";
    /** A chunk is not taken more often, which nothing but rows that cannot be read brings about. */
    private static final int MOST_TAKES = 20;
    private final JdbcTemplate jdbc;
    private final Bodies bodies;
    private final Jobs jobs;
    private final Duration lease;
    private final Set<Chunk> held = ConcurrentHashMap.newKeySet();

    Chunks(JdbcTemplate jdbc, Bodies bodies, Jobs jobs, Duration lease) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.jobs = jobs;
        this.lease = lease;
    }

    private record Taken(UUID job, int number, int firstLine, int lastLine, int attempts, byte[] subjects) { }

    /** Takes a chunk; puts the rows of it that are left into the body, none when there is nothing to do. */
    public void take(Exchange exchange) {
        List<Taken> taken = jdbc.query("""
                with chosen as (select id from bulk_job where state = 'RUNNING' and exists (select 1 from bulk_chunk
                        where job = id and done_at is null and leased_until < now()) order by served_at limit 1),
                    next as (select job, number from bulk_chunk join chosen on job = chosen.id where done_at is null and leased_until < now()
                        order by number limit 1 for update of bulk_chunk skip locked),
                    turn as (update bulk_job set served_at = clock_timestamp() from next where id = next.job)
                update bulk_chunk c set leased_until = ?, attempts = attempts + 1 from next where c.job = next.job and c.number = next.number
                returning c.job, c.number, first_line, last_line, attempts, subjects""",
                (row, n) -> new Taken(row.getObject(1, UUID.class), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getBytes(6)),
                end());
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, !taken.isEmpty());
        exchange.getMessage().setBody(List.of());
        taken.forEach(one -> open(one, exchange));
    }

    private Timestamp end() {
        return Timestamp.from(Instant.now().plus(lease));
    }

    private void open(Taken taken, Exchange exchange) {
        BulkJob job = jobs.find(taken.job()).orElseThrow();
        if (taken.attempts() > MOST_TAKES) {
            jobs.fail(job, "Rows of it cannot be read, or end the gateway", MOST_TAKES);
            return;
        }
        Set<Integer> settled = new HashSet<>(jdbc.queryForList("select line from bulk_result where job = ? and line between ? and ?",
                Integer.class, taken.job(), taken.firstLine(), taken.lastLine()));
        List<NextRow> left = new ArrayList<>();
        String text = new String(bodies.open(taken.job(), DataClass.BULK, "chunk " + taken.number(), taken.subjects()), StandardCharsets.US_ASCII);
        text.lines().map(line -> line.split(" ")).map(parts -> new NextRow(job, Integer.parseInt(parts[0]), parts[1]))
                .filter(subject -> !settled.contains(subject.line())).forEach(left::add);
        Chunk chunk = new Chunk(taken.job(), taken.number(), taken.firstLine(), taken.lastLine(), taken.attempts(), left);
        held.add(chunk);
        exchange.getExchangeExtension().addOnCompletion(new org.apache.camel.support.SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                held.remove(chunk);
            }
        });
        exchange.setProperty(PROPERTY, chunk);
        exchange.getMessage().setBody(left);
    }

    static Chunk of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Chunk.class);
    }

    /** Closes the chunk once something has come of each of its rows. */
    public void finish(Exchange exchange) {
        Chunk chunk = of(exchange);
        if (chunk != null) {
            jdbc.update("""
                    update bulk_chunk set done_at = now(), subjects = null, answered = came.answered, refused = came.refused from
                        (select count(dossier) as answered, count(*) filter (where dossier is null and code <> all (?)) as refused
                            from bulk_result where job = ? and line between ? and ?) came
                    where job = ? and number = ? and done_at is null and exists (select 1 from bulk_job where id = job and state = 'RUNNING')""",
                    RowFault.codes(), chunk.job(), chunk.firstLine(), chunk.lastLine(),
                    chunk.job(), chunk.number());
        }
    }

    /** Renews the leases of the chunks that this gateway works on. */
    public void renew() {
        for (Chunk chunk : held) {
            jdbc.update("update bulk_chunk set leased_until = ? where job = ? and number = ? and done_at is null", end(), chunk.job(), chunk.number());
        }
    }

    JobProgress progress(UUID job) {
        return jdbc.queryForObject("select coalesce(sum(answered), 0), coalesce(sum(refused), 0), coalesce(sum(answered + refused)"
                + " filter (where done_at > now() - interval '1 minute'), 0) from bulk_chunk where job = ?",
                (row, n) -> new JobProgress(row.getInt(1), row.getInt(2), row.getInt(3) / 60.0), job);
    }
}
