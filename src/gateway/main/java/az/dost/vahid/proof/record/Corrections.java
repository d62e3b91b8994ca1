package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
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
    public static final String TABLE = "correction";
    public static final String STEPS = "correction_step";
    private final JdbcTemplate jdbc;
    private final GroupCommit commit;
    private final Bodies bodies;
    private final Digests digests;
    private final RowTrust trust;

    private record Row(UUID id, String person, String agency, byte[] content, byte[] mac) {}

    Corrections(JdbcTemplate jdbc, GroupCommit commit, Bodies bodies, Digests digests, RowTrust trust) {
        this.jdbc = jdbc;
        this.commit = commit;
        this.bodies = bodies;
        this.digests = digests;
        this.trust = trust;
    }

    /** @throws az.dost.vahid.problem.ProblemException OVERLOADED; then nothing is kept */
    public void keep(UUID id, String person, String agency, byte[] content) {
        byte[] sealed = bodies.seal(id, DataClass.CORRECTION, REQUEST, content);
        commit.keep(Unit.of(AuditEntry.correction(id, person, agency, digests.text(content)), connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into correction (id, person, agency, content, mac) values (?, ?, ?, ?, ?)")) {
                insert.setObject(1, id);
                insert.setString(2, person);
                insert.setString(3, agency);
                insert.setBytes(4, sealed);
                insert.setBytes(5, trust.seals().of(TABLE, id, person, agency));
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
                    "insert into correction_step (correction, number, at, state, content, mac) values (?, ?, ?, ?, ?, ?) on conflict do nothing")) {
                return step(insert, id, number, at, state, sealed);
            }
        }));
    }

    private boolean step(
            PreparedStatement insert, UUID id, int number, Instant at, Correction.State state, byte[] sealed)
            throws SQLException {
        insert.setObject(1, id);
        insert.setInt(2, number);
        insert.setObject(3, at.atOffset(ZoneOffset.UTC));
        insert.setString(4, state.name());
        insert.setBytes(5, sealed);
        insert.setBytes(6, trust.seals().of(STEPS, id, number, at.toString(), state.name()));
        return insert.executeUpdate() > 0;
    }

    public static String part(int number) {
        return "step " + number;
    }

    /** A person's last corrections, newest first. */
    public List<Correction> of(String person) {
        return rows("where person = ? order by id desc limit 200", person);
    }

    /**
     * A part of a person's corrections, newest first.
     *
     * @param before id of the one to go on after, null for the newest
     */
    public Slice<Correction> of(String person, UUID before, int limit) {
        List<UUID> ids = jdbc.queryForList(
                "select id from correction where person = ? and id < ? order by id desc limit ?",
                UUID.class,
                person,
                before == null ? new UUID(-1, -1) : before,
                limit);
        UUID last = ids.isEmpty() ? null : ids.get(ids.size() - 1);
        return Slice.of(
                last == null
                        ? List.of()
                        : rows("where person = ? and id <= ? and id >= ? order by id desc", person, ids.get(0), last),
                ids.size(),
                limit,
                last);
    }

    /** One of a person's; empty when it is nobody's or another's. */
    public Optional<Correction> of(String person, UUID id) {
        return rows("where person = ? and id = ?", person, id).stream().findFirst();
    }

    public Optional<Correction> find(UUID id) {
        return rows("where id = ?", id).stream().findFirst();
    }

    /** Ids of those whose agency does not know of them yet, the oldest first. */
    public List<UUID> untold() {
        return jdbc.queryForList(
                "select id from correction where not exists (select 1 from correction_step where correction = correction.id)"
                        + " and content is not null order by id limit 100",
                UUID.class);
    }

    private List<Correction> rows(String condition, Object... arguments) {
        return jdbc
                .query(
                        "select id, person, agency, content, mac from correction " + condition,
                        (row, n) -> new Row(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getBytes(4),
                                row.getBytes(5)),
                        arguments)
                .stream()
                .filter(row -> trust.believes(
                        trust.seals().holds(row.mac(), TABLE, row.id(), row.person(), row.agency()),
                        row.mac(),
                        TABLE,
                        row.id()))
                .map(row -> new Correction(
                        row.id(), row.person(), row.agency(), open(row.id(), REQUEST, row.content()), steps(row.id())))
                .toList();
    }

    private List<Correction.Step> steps(UUID id) {
        List<Correction.Step> steps = new ArrayList<>();
        steps.add(new Correction.Step(Correction.State.RECEIVED, RecordId.time(id), null));
        jdbc.query(
                "select number, at, state, content, mac from correction_step where correction = ? order by number",
                row -> {
                    Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
                    byte[] mac = row.getBytes(5);
                    if (trust.believes(
                            trust.seals().holds(mac, STEPS, id, row.getInt(1), at.toString(), row.getString(3)),
                            mac,
                            STEPS,
                            id)) {
                        steps.add(new Correction.Step(
                                Correction.State.valueOf(row.getString(3)),
                                at,
                                open(id, part(row.getInt(1)), row.getBytes(4))));
                    }
                },
                id);
        return steps;
    }

    private byte[] open(UUID id, String part, byte[] sealed) {
        return sealed == null ? null : bodies.open(id, DataClass.CORRECTION, part, sealed);
    }
}
