package az.dost.vahid.record;

import az.dost.vahid.record.body.Bodies;
import az.dost.vahid.record.body.DataClass;
import az.dost.vahid.record.body.RecordId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps corrections and their steps; each is an entry of the audit chain too. A method returns when all is durable. */
public final class Corrections {
    private static final String REQUEST = "request";
    private final JdbcTemplate jdbc;
    private final GroupCommit commit;
    private final Bodies bodies;
    private final Digests digests;

    private record Row(UUID id, String person, String agency, byte[] content) { }

    Corrections(JdbcTemplate jdbc, GroupCommit commit, Bodies bodies, Digests digests) {
        this.jdbc = jdbc;
        this.commit = commit;
        this.bodies = bodies;
        this.digests = digests;
    }

    /** @throws az.dost.vahid.problem.ProblemException OVERLOADED; then nothing is kept */
    public void keep(UUID id, String person, String agency, byte[] content) {
        byte[] sealed = bodies.seal(id, DataClass.CORRECTION, REQUEST, content);
        commit.keep(Unit.of(AuditEntry.correction(id, person, agency, digests.text(content)), connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into correction (id, person, agency, content) values (?, ?, ?, ?)")) {
                insert.setObject(1, id);
                insert.setString(2, person);
                insert.setString(3, agency);
                insert.setBytes(4, sealed);
                return insert.executeUpdate() > 0;
            }
        }));
    }

    /**
     * Adds a step, unless it is there already or nothing can follow the last one.
     *
     * @param content what was said with it, JSON; may be empty
     */
    public void step(UUID id, Correction.State state, byte[] content) {
        List<Correction.Step> steps = steps(id);
        if (steps.get(steps.size() - 1).state().last() || steps.stream().anyMatch(step -> step.state() == state)) {
            return;
        }
        int number = steps.size();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        byte[] sealed = bodies.seal(id, DataClass.CORRECTION, part(number), content);
        commit.keep(Unit.of(AuditEntry.step(id, number, state.name(), at, digests.text(content)), connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into correction_step (correction, number, at, state, content) values (?, ?, ?, ?, ?) on conflict do nothing")) {
                return step(insert, id, number, at, state, sealed);
            }
        }));
    }

    private static boolean step(PreparedStatement insert, UUID id, int number, Instant at, Correction.State state, byte[] sealed)
            throws SQLException {
        insert.setObject(1, id);
        insert.setInt(2, number);
        insert.setObject(3, at.atOffset(ZoneOffset.UTC));
        insert.setString(4, state.name());
        insert.setBytes(5, sealed);
        return insert.executeUpdate() > 0;
    }

    public static String part(int number) {
        return "step " + number;
    }

    /** A person's corrections, newest first. */
    public List<Correction> of(String person) {
        return rows("where person = ? order by id desc limit 200", person);
    }

    /** One of a person's; empty when it is nobody's or another's. */
    public Optional<Correction> of(String person, UUID id) {
        return rows("where person = ? and id = ?", person, id).stream().findFirst();
    }

    public Optional<Correction> find(UUID id) {
        return rows("where id = ?", id).stream().findFirst();
    }

    /** Those whose agency does not know of them yet, oldest first. */
    public List<Correction> waiting() {
        return rows("where not exists (select 1 from correction_step where correction = correction.id)"
                + " and content is not null order by id limit 100");
    }

    private List<Correction> rows(String condition, Object... arguments) {
        return jdbc.query("select id, person, agency, content from correction " + condition, (row, n) ->
                        new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBytes(4)), arguments).stream()
                .map(row -> new Correction(row.id(), row.person(), row.agency(), open(row.id(), REQUEST, row.content()), steps(row.id()))).toList();
    }

    private List<Correction.Step> steps(UUID id) {
        List<Correction.Step> steps = new ArrayList<>();
        steps.add(new Correction.Step(Correction.State.RECEIVED, RecordId.time(id), null));
        jdbc.query("select number, at, state, content from correction_step where correction = ? order by number", row -> {
            steps.add(new Correction.Step(Correction.State.valueOf(row.getString(3)), row.getObject(2, OffsetDateTime.class).toInstant(),
                    open(id, part(row.getInt(1)), row.getBytes(4))));
        }, id);
        return steps;
    }

    private byte[] open(UUID id, String part, byte[] sealed) {
        return sealed == null ? null : bodies.open(id, DataClass.CORRECTION, part, sealed);
    }
}
