package az.dost.vahid.journeys.quality;

import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.Slice;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps tickets. Each step of one is an entry of the audit chain, in one transaction with it, and names no person; a
 * method returns when both are durable.
 */
public final class Tickets {
    private static final String TABLE = "ticket";
    private static final String PART = "ticket";
    private static final String COLUMNS = "id, matter, person, kind, fact, field, agency, other, rule, needs, dossier,"
            + " state, since_ms, seen_ms, told_ms, told, reopened, turned, content, mac";
    private static final String ASKED = "(case when turned then other else agency end)";
    private static final int OWN = 19;
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final Bodies bodies;
    private final RowTrust trust;
    private final Predicate<String> kept;

    /**
     * @param kept whether a person, by the keyed hash of the FIN, is kept from whoever has no approval: from then on
     *     registers see no ticket of it
     */
    Tickets(JdbcTemplate jdbc, ActRecord acts, Bodies bodies, RowTrust trust, Predicate<String> kept) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.bodies = bodies;
        this.trust = trust;
        this.kept = kept;
    }

    byte[] matter(About about, String person) {
        return trust.seals().of("ticket.matter", about.matter(person));
    }

    /** Those of some persons, whatever became of them. */
    List<Ticket> of(Collection<String> persons) {
        return persons.isEmpty()
                ? List.of()
                : rows("person = any (?) order by id", new ArrayList<>(), (Object) persons.toArray(String[]::new));
    }

    /**
     * What of a dossier registers still disagree about: places such as {@code address.apartment}.
     *
     * @param person keyed hash of the FIN
     */
    public Set<String> disputed(String person) {
        return of(List.of(person)).stream()
                .filter(ticket -> ticket.progress().state() != Progress.State.CLOSED)
                .map(ticket -> ticket.about().place())
                .filter(place -> !place.isEmpty())
                .collect(Collectors.toSet());
    }

    /**
     * Those that registers are to be told of, or reminded, the oldest first.
     *
     * @param agencies that can be told
     * @param beforeMs when one that is reminded was last told
     */
    List<Ticket> due(Collection<String> agencies, long beforeMs, int most) {
        return shown(rows(
                ASKED
                        + " = any (?) and state in ('OPEN', 'SENT') and told_ms < case state when 'OPEN' then 1 else ? end"
                        + " order by id limit ?",
                new ArrayList<>(),
                agencies.toArray(String[]::new),
                beforeMs,
                most));
    }

    /**
     * Those that a register has or had, the newest first.
     *
     * @param state null for any
     * @param before id of the last one that is known; null for none
     */
    Slice<Ticket> ofAgency(String agency, Progress.State state, UUID before, int most) {
        List<Object> arguments = new ArrayList<>(List.of(agency));
        String where = ASKED + " = ?";
        if (state != null) {
            where += " and state = ?";
            arguments.add(state.name());
        }
        if (before != null) {
            where += " and id < ?";
            arguments.add(before);
        }
        arguments.add(most);
        List<UUID> read = new ArrayList<>();
        List<Ticket> found = rows(where + " order by id desc limit ?", read, arguments.toArray());
        return Slice.of(shown(found), read.size(), most, read.isEmpty() ? null : read.get(read.size() - 1));
    }

    Optional<Ticket> find(UUID id) {
        return shown(rows("id = ?", new ArrayList<>(), id)).stream().findFirst();
    }

    /** What the registers say and have answered; empty when its time was over. */
    Optional<ObjectNode> content(Ticket ticket) {
        byte[] sealed = jdbc.queryForObject("select content from ticket where id = ?", byte[].class, ticket.id());
        try {
            return sealed == null
                    ? Optional.empty()
                    : Optional.of((ObjectNode)
                            Json.mapper().readTree(bodies.open(ticket.id(), DataClass.CORRECTION, PART, sealed)));
        } catch (EmptyResultDataAccessException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False when there is one of the same matter already. */
    boolean open(Ticket ticket, JsonNode content) {
        byte[] sealed = seal(ticket.id(), content);
        Object[] row = row(ticket, sealed);
        return acts.keep(
                RecordId.next(),
                "ticket-opened",
                told(ticket).put("dossier", ticket.dossier().toString()),
                connection -> insert(connection, row));
    }

    /**
     * Takes a step, unless somebody has taken one since it was read.
     *
     * @param act what the chain calls it
     * @param content null where it stays as it is
     */
    boolean step(Ticket before, Progress next, String act, ObjectNode said, JsonNode content) {
        Ticket after = before.with(next);
        byte[] sealed = content == null
                ? jdbc.queryForObject("select content from ticket where id = ?", byte[].class, before.id())
                : seal(before.id(), content);
        Object[] row = row(after, sealed);
        ObjectNode entry = told(before);
        entry.setAll(said);
        return acts.keep(RecordId.next(), act, entry, connection -> update(connection, before, row));
    }

    private byte[] seal(UUID id, JsonNode content) {
        return bodies.seal(id, DataClass.CORRECTION, PART, content.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What the chain tells of each step. */
    private static ObjectNode told(Ticket ticket) {
        About about = ticket.about();
        ObjectNode told = JsonNodeFactory.instance
                .objectNode()
                .put("ticket", ticket.id().toString())
                .put("agency", ticket.asked())
                .put("problem", about.kind().name());
        if (ticket.against() != null) {
            told.put("other", ticket.against());
        }
        return told.put("fact", about.fact()).put("field", about.field()).put("rule", about.rule());
    }

    private static Object[] row(Ticket ticket, byte[] content) {
        About about = ticket.about();
        Progress progress = ticket.progress();
        return new Object[] {
            ticket.id(),
            ticket.matter(),
            ticket.person(),
            about.kind().name(),
            about.fact(),
            about.field(),
            about.agency(),
            about.other(),
            about.rule(),
            String.join(" ", ticket.needs()),
            ticket.dossier(),
            progress.state().name(),
            progress.sinceMs(),
            progress.seenMs(),
            progress.toldMs(),
            progress.told(),
            progress.reopened(),
            progress.turned(),
            content
        };
    }

    /** Of a row, a switch as a number. */
    private static Object[] sealed(Object[] row) {
        return Arrays.stream(row)
                .map(column -> column instanceof Boolean yes ? (Object) (yes ? 1 : 0) : column)
                .toArray();
    }

    private boolean insert(Connection connection, Object[] row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into ticket (" + COLUMNS + ") values (?"
                + ", ?".repeat(OWN) + ") on conflict (matter) do nothing")) {
            fill(insert, row);
            return insert.executeUpdate() > 0;
        }
    }

    private boolean update(Connection connection, Ticket before, Object[] row) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update ticket set (" + COLUMNS + ") = (?"
                + ", ?".repeat(OWN) + ") where id = ? and state = ? and since_ms = ? and told_ms = ?")) {
            fill(update, row);
            update.setObject(OWN + 2, before.id());
            update.setString(OWN + 3, before.progress().state().name());
            update.setLong(OWN + 4, before.progress().sinceMs());
            update.setLong(OWN + 5, before.progress().toldMs());
            return update.executeUpdate() > 0;
        }
    }

    private void fill(PreparedStatement statement, Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            statement.setObject(i + 1, row[i]);
        }
        statement.setBytes(OWN + 1, trust.seals().of(TABLE, sealed(row)));
    }

    /** To registers. */
    private List<Ticket> shown(List<Ticket> found) {
        return found.stream().filter(ticket -> !kept.test(ticket.person())).toList();
    }

    /** @param read takes the ids of all that were read, those of rows that somebody changed among them */
    private List<Ticket> rows(String where, List<UUID> read, Object... arguments) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from ticket where " + where,
                        (row, n) -> {
                            read.add(row.getObject(1, UUID.class));
                            return ticket(row);
                        },
                        arguments)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for one that somebody changed. */
    private Optional<Ticket> ticket(ResultSet row) throws SQLException {
        Ticket ticket = new Ticket(
                row.getObject(1, UUID.class),
                row.getBytes(2),
                row.getString(3),
                new About(
                        About.Kind.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9)),
                row.getString(10).isEmpty()
                        ? List.of()
                        : List.of(row.getString(10).split(" ")),
                row.getObject(11, UUID.class),
                new Progress(
                        Progress.State.valueOf(row.getString(12)),
                        row.getLong(13),
                        row.getLong(14),
                        row.getLong(15),
                        row.getInt(16),
                        row.getInt(17),
                        row.getBoolean(18)));
        return trust.believes(row.getBytes(20), TABLE, ticket.id().toString(), sealed(row(ticket, row.getBytes(19))))
                ? Optional.of(ticket)
                : Optional.empty();
    }
}
