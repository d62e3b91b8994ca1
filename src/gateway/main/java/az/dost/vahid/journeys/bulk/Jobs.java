package az.dost.vahid.journeys.bulk;

import az.dost.vahid.journeys.event.DeadLetters;
import az.dost.vahid.journeys.event.RetryRule;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.proof.claim.ClaimQuery;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.Leases;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The jobs; what becomes of one is an entry of the audit chain, in one transaction with it. */
final class Jobs {
    private static final String COLUMNS =
            "id, requester, terms::text, digest, state, subjects, faulty, received_at, ended_at, channel, mac";
    private static final ClaimQuery LOOKED_UP = new ClaimQuery(
            "r.state = 'RUNNING' and r.end_at <= statement_timestamp() and not exists "
                    + "(select 1 from bulk_chunk where job = r.id and done_at is null)",
            "r.end_at, r.received_at",
            "ends = r.ends + 1",
            COLUMNS + ", ends");
    private static final ClaimQuery UNTOLD = new ClaimQuery(
            "r.state = 'COMPLETED' and r.channel is not null and not r.told", "r.received_at", "", COLUMNS);
    /** Rings when there may be a job to end, or its end to tell. */
    private static final String ENDED = "bulk-ended";

    private final JdbcTemplate jdbc;
    private final Leases leases;
    private final ActRecord acts;
    private final BackgroundLookups desk;
    private final RetryRule ending;
    private final BulkSeals seals;

    private record Ending(UUID id, Optional<BulkJob> job, int ends) {}

    /** @param ending when a result that could not be made is tried again, and how often */
    Jobs(JdbcTemplate jdbc, Leases leases, ActRecord acts, BackgroundLookups desk, RetryRule ending, BulkSeals seals) {
        this.jdbc = jdbc;
        this.leases = leases.ring(ENDED, LOOKED_UP.due()).ring(ENDED, UNTOLD.due());
        this.acts = acts;
        this.desk = desk;
        this.ending = ending;
        this.seals = seals;
    }

    Optional<BulkJob> find(UUID id) {
        return query("where id = ?", id);
    }

    Optional<BulkJob> find(String requester, String idempotencyKey) {
        return query("where requester = ? and idempotency_key = ?", requester, idempotencyKey);
    }

    /**
     * The first of those with nothing left to look up whose time has come, put off until the next: one whose result
     * cannot be made does not keep others waiting, and is laid aside in the end.
     */
    Optional<ClaimedRow<BulkJob>> lookedUp() {
        return leases.take(
                        LOOKED_UP, (row, n) -> new Ending(row.getObject(1, UUID.class), job(row), row.getInt("ends")))
                .flatMap(taken -> {
                    Ending end = taken.row();
                    jdbc.update(
                            "update bulk_job set end_at = statement_timestamp() + ? * interval '1 millisecond' where id = ?",
                            ending.pause(end.ends()),
                            end.id());
                    boolean again = ending.again(end.ends() - 1);
                    if (!again) {
                        end.job().ifPresent(job -> fail(job, "The result could not be made", end.ends() - 1));
                    }
                    return end.job().filter(job -> again).map(job -> new ClaimedRow<>(taken.lease(), job));
                });
    }

    /** Lays a job aside, with a dead letter for operators. */
    void fail(BulkJob job, String why, int tried) {
        acts.keep(RecordId.next(), "bulk-failed", said(job), connection -> {
            clear(connection, job.id());
            if (!move(connection, job.id(), "RUNNING", "FAILED")) {
                return false;
            }
            DeadLetters.add(
                    connection,
                    job.channel() == null ? job.requester() : job.channel(),
                    "The bulk lookup " + job.id() + " has failed: " + why,
                    tried);
            return true;
        });
    }

    /** The first that is complete and whose requester is to be told so. */
    Optional<ClaimedRow<BulkJob>> untold() {
        return leases.take(UNTOLD, (row, n) -> job(row))
                .flatMap(taken -> taken.row().map(job -> new ClaimedRow<>(taken.lease(), job)));
    }

    static boolean told(Connection connection, ClaimedRow<BulkJob> job) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update bulk_job set told = true where id = ? and not told and lease = ?")) {
            update.setObject(1, job.row().id());
            update.setObject(2, job.lease().id());
            return update.executeUpdate() > 0;
        }
    }

    private Optional<BulkJob> query(String condition, Object... arguments) {
        return jdbc.query("select " + COLUMNS + " from bulk_job " + condition, (row, n) -> job(row), arguments).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Empty when it is not what was written. */
    private Optional<BulkJob> job(ResultSet row) throws SQLException {
        if (!seals.believesJob(
                row.getBytes(11),
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(10),
                row.getBytes(4),
                row.getInt(6))) {
            return Optional.empty();
        }
        Timestamp ended = row.getTimestamp(9);
        return Optional.of(new BulkJob(
                row.getObject(1, UUID.class),
                row.getString(2),
                desk.terms(row.getString(3)),
                row.getString(10),
                row.getBytes(4),
                BulkJob.State.valueOf(row.getString(5)),
                row.getInt(6),
                row.getInt(7),
                row.getTimestamp(8).toInstant(),
                ended == null ? null : ended.toInstant()));
    }

    /** Has a job run that was received; it is in the audit chain then. */
    void begin(BulkJob job) {
        ObjectNode said = said(job)
                .put("caseRef", job.terms().caseRef())
                .put("official", job.terms().official())
                .put("subjects", job.subjects())
                .put("faulty", job.faulty());
        acts.keep(
                RecordId.next(),
                "bulk-accepted",
                said,
                connection -> move(connection, job.id(), "RECEIVED", "RUNNING"));
    }

    /** Whether it was running until now. */
    boolean cancel(BulkJob job) {
        return acts.keep(RecordId.next(), "bulk-cancelled", said(job), connection -> {
            // Chunks before the job, as workers lock them.
            clear(connection, job.id());
            return move(connection, job.id(), "RUNNING", "CANCELLED");
        });
    }

    /** @param digest SHA-256 of the result, base64url in the chain */
    void complete(ClaimedRow<BulkJob> job, byte[] digest, byte[] signature) {
        ObjectNode said = said(job.row())
                .put("result", java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        acts.keep(RecordId.next(), "bulk-completed", said, connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update bulk_job set state = 'COMPLETED', ended_at = now(), "
                            + "result_digest = ?, signature = ? where id = ? and state = 'RUNNING' and lease = ?")) {
                update.setBytes(1, digest);
                update.setBytes(2, signature);
                update.setObject(3, job.row().id());
                update.setObject(4, job.lease().id());
                return update.executeUpdate() > 0;
            }
        });
    }

    /** Of a job that is complete. */
    byte[] signature(UUID id) {
        return jdbc.queryForObject(
                "select signature from bulk_job where id = ? and state = 'COMPLETED'", byte[].class, id);
    }

    byte[] resultDigest(UUID id) {
        return jdbc.queryForObject("select result_digest from bulk_job where id = ?", byte[].class, id);
    }

    private static boolean move(Connection connection, UUID id, String from, String to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update bulk_job set state = ?, "
                + "ended_at = case when ? in ('CANCELLED', 'FAILED') then now() end where id = ? and state = ?")) {
            update.setString(1, to);
            update.setString(2, to);
            update.setObject(3, id);
            update.setString(4, from);
            return update.executeUpdate() > 0;
        }
    }

    /** Nobody will be asked about these any more. */
    private static void clear(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update bulk_chunk set subjects = null where job = ?"
                        + " and exists (select 1 from bulk_job where id = job and state = 'RUNNING')")) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }

    private static ObjectNode said(BulkJob job) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("bulk", job.id().toString())
                .put("requester", job.requester())
                .put("service", job.terms().service());
    }
}
