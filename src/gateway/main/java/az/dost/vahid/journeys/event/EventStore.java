package az.dost.vahid.journeys.event;

import az.dost.vahid.job.Bells;
import az.dost.vahid.json.Json;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The published events. Their content is kept here, encrypted, and nowhere else: the broker, which keeps messages on
 * its disk, is only given their ids (Claim Check).
 */
final class EventStore {
    private static final ObjectMapper JSON = Json.mapper();
    private static final String CONTENT = "event";
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final Bodies bodies;
    private final PersonHash citizens;
    private final CryptoProvider crypto;
    private final Bells bells;
    private final List<EventWitness> witnesses;

    EventStore(
            JdbcTemplate jdbc,
            ActRecord acts,
            Bodies bodies,
            PersonHash citizens,
            CryptoProvider crypto,
            Bells bells,
            ObjectProvider<EventWitness> witnesses) {
        this.witnesses = witnesses.stream().toList();
        this.jdbc = jdbc;
        this.acts = acts;
        this.bodies = bodies;
        this.citizens = citizens;
        this.crypto = crypto;
        this.bells = bells;
    }

    /**
     * Keeps an event, its outbox row and the chain's entry in one transaction; a repetition changes nothing.
     *
     * @return the event's id here, of the first time
     * @throws ProblemException EVENT_ID_USED when the publisher's id is that of another event; OVERLOADED
     */
    UUID keep(String publisher, Publication publication) {
        UUID id = RecordId.next();
        if (keep(id, publisher, publication, connection -> true)) {
            return id;
        }
        return first(publisher, publication).orElseThrow();
    }

    /**
     * The same with a change in its transaction; when that finds nothing to change there is no event either.
     *
     * @throws ProblemException EVENT_ID_USED, OVERLOADED
     */
    void keep(String publisher, Publication publication, ActRecord.Change alongside) {
        if (!keep(RecordId.next(), publisher, publication, alongside)) {
            first(publisher, publication);
        }
    }

    private boolean keep(UUID id, String publisher, Publication publication, ActRecord.Change alongside) {
        byte[] digest = crypto.sha256(publication.bytes());
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("requester", publisher)
                .put("type", publication.type())
                .put("digest", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        byte[] sealed = bodies.seal(id, DataClass.EVENT, CONTENT, publication.kept());
        List<ActRecord.Change> witnessed = witnesses.stream()
                .map(witness -> witness.of(id, publisher, publication.content()))
                .toList();
        boolean kept = acts.keep(
                id,
                "event-published",
                said,
                connection -> alongside.make(connection)
                        && insert(connection, id, publisher, publication, digest, sealed)
                        && all(connection, witnessed));
        bells.ring(Outbox.BELL);
        return kept;
    }

    private static boolean all(Connection connection, List<ActRecord.Change> changes) throws SQLException {
        for (ActRecord.Change change : changes) {
            change.make(connection);
        }
        return true;
    }

    /** The id of the publisher's event of this name; empty when there is none. */
    private Optional<UUID> first(String publisher, Publication publication) {
        byte[] digest = crypto.sha256(publication.bytes());
        return jdbc
                .queryForList(
                        "select id, digest from event where publisher = ? and name = ?", publisher, publication.name())
                .stream()
                .findFirst()
                .map(first -> {
                    if (!java.util.Arrays.equals(digest, (byte[]) first.get("digest"))) {
                        throw new ProblemException(ProblemCode.EVENT_ID_USED, "id", null);
                    }
                    return (UUID) first.get("id");
                });
    }

    /**
     * Keeps an event of Vahid's own for one subscription, unless there is one of its name.
     *
     * @param group events of one group are delivered in their order
     * @param alongside in the same transaction; when it finds nothing to change there is no event either
     */
    void keepOwn(String subscription, String group, Publication publication, ActRecord.Change alongside) {
        UUID id = RecordId.next();
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("subscription", subscription)
                .put("type", publication.type())
                .put(
                        "digest",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(crypto.sha256(publication.bytes())));
        ActRecord.Change event = own(id, subscription, group, publication);
        acts.keep(id, "event-told", said, connection -> alongside.make(connection) && event.make(connection));
        bells.ring(Outbox.BELL);
    }

    /**
     * Such an event within an act that tells of more; the broker gets it at the relay's next turn.
     *
     * @param id of the act's entry, which is the event's too
     */
    ActRecord.Change own(UUID id, String subscription, String group, Publication publication) {
        byte[] digest = crypto.sha256(publication.bytes());
        byte[] sealed = bodies.seal(id, DataClass.EVENT, CONTENT, publication.kept());
        return connection -> insert(
                connection,
                new OutboxRow(id, group, id, subscription, null),
                OwnEvents.PUBLISHER,
                publication,
                digest,
                sealed);
    }

    private boolean insert(
            Connection connection, UUID id, String publisher, Publication publication, byte[] digest, byte[] sealed)
            throws SQLException {
        return insert(
                connection,
                new OutboxRow(id, citizens.of(publication.fin()), id, null, null),
                publisher,
                publication,
                digest,
                sealed);
    }

    private static boolean insert(
            Connection connection,
            OutboxRow row,
            String publisher,
            Publication publication,
            byte[] digest,
            byte[] sealed)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into event (id, publisher, name, digest, type, citizen, "
                        + "published_at, content) values (?, ?, ?, ?, ?, ?, statement_timestamp(), ?) on"
                        + " conflict (publisher, name) do nothing")) {
            insert.setObject(1, row.event());
            insert.setString(2, publisher);
            insert.setString(3, publication.name());
            insert.setBytes(4, digest);
            insert.setString(5, publication.type());
            insert.setString(6, row.citizen());
            insert.setBytes(7, sealed);
            if (insert.executeUpdate() == 0) {
                return false;
            }
        }
        Outbox.add(connection, row);
        return true;
    }

    /** Empty when there is none, or none any more. */
    Optional<Event> find(UUID id) {
        return jdbc
                .query(
                        "select publisher, type, citizen, published_at, content, statement_timestamp()"
                                + " from event where id = ? and content is not null",
                        (row, n) -> {
                            byte[] sealed = row.getBytes(5);
                            return new Event(
                                    id,
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getTimestamp(4).toInstant(),
                                    row.getTimestamp(6).toInstant(),
                                    open(id, sealed));
                        },
                        id)
                .stream()
                .filter(event -> event.content() != null)
                .findFirst();
    }

    /** Null when its key is no more, or it was changed. */
    private ObjectNode open(UUID id, byte[] sealed) {
        try {
            return (ObjectNode) JSON.readTree(bodies.open(id, DataClass.EVENT, CONTENT, sealed));
        } catch (EmptyResultDataAccessException | ChangedException | IOException e) {
            return null;
        }
    }
}
