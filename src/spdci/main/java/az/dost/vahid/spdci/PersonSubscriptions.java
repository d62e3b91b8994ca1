package az.dost.vahid.spdci;

import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Of whose events senders are told. Each beginning and each end is an entry of the audit chain, without the person. */
final class PersonSubscriptions {
    private static final String TABLE = "spdci_subscription";
    private static final String PART = "subscription";
    private static final String COLUMNS = "id, requester, event, person, content, mac";
    private static final String OPEN = "not ended and until > statement_timestamp()";
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final Bodies bodies;
    private final RowTrust trust;
    private final Duration lasts;

    PersonSubscriptions(JdbcTemplate jdbc, ActRecord acts, Bodies bodies, RowTrust trust, SpdciSettings settings) {
        this.lasts = settings.subscribedFor();
        this.jdbc = jdbc;
        this.acts = acts;
        this.bodies = bodies;
        this.trust = trust;
    }

    /** Returns, when it is durable, whether there was none of its requester, event and person. */
    boolean begin(PersonSubscription one) {
        byte[] sealed = bodies.seal(
                one.id(), DataClass.CORRECTION, PART, one.content().toString().getBytes(StandardCharsets.UTF_8));
        Object[] row = {one.id(), one.requester(), one.event(), one.person(), sealed};
        byte[] mac = trust.seals().of(TABLE, row);
        return acts.keep(one.id(), "spdci-subscribed", said(one), connection -> {
            try (PreparedStatement over = connection.prepareStatement(
                            "update spdci_subscription set ended = true where person = ? and event = ? and requester = ?"
                                    + " and not ended and until <= statement_timestamp()");
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into spdci_subscription (id, requester, event, person, content, mac, until)"
                                    + " values (?, ?, ?, ?, ?, ?, statement_timestamp() + ? * interval '1 second')"
                                    + " on conflict do nothing")) {
                over.setString(1, one.person());
                over.setString(2, one.event());
                over.setString(3, one.requester());
                over.executeUpdate();
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.setBytes(row.length + 1, mac);
                insert.setLong(row.length + 2, lasts.toSeconds());
                return insert.executeUpdate() > 0;
            }
        });
    }

    private static ObjectNode said(PersonSubscription one) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("requester", one.requester())
                .put("type", one.event())
                .put("subscription", one.id().toString());
    }

    /** One that a requester has and that has not ended. */
    Optional<PersonSubscription> find(String requester, UUID id) {
        return first("id = ? and requester = ? and " + OPEN, id, requester);
    }

    /** One that a requester has or had. */
    Optional<PersonSubscription> own(String requester, UUID id) {
        return first("id = ? and requester = ?", id, requester);
    }

    /** The one of this requester, event and person that has not ended. */
    Optional<PersonSubscription> like(PersonSubscription other) {
        return first(
                "requester = ? and event = ? and person = ? and " + OPEN,
                other.requester(),
                other.event(),
                other.person());
    }

    private Optional<PersonSubscription> first(String condition, Object... values) {
        return jdbc
                .query("select " + COLUMNS + " from spdci_subscription where " + condition, (row, n) -> of(row), values)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Ended twice it is ended once.
     *
     * @param entry id of the chain's entry
     */
    void end(UUID entry, PersonSubscription one) {
        acts.keep(entry, "spdci-unsubscribed", said(one), connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update spdci_subscription set ended = true, until = statement_timestamp() where id = ? and "
                            + OPEN)) {
                update.setObject(1, one.id());
                return update.executeUpdate() > 0;
            }
        });
    }

    /** Those to a person's events of a type, read in the transaction that accepts one. */
    List<PersonSubscription> to(Connection connection, String person, String event) throws SQLException {
        List<PersonSubscription> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from spdci_subscription where person = ? and event = ? and " + OPEN)) {
            select.setString(1, person);
            select.setString(2, event);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    of(rows).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** Forgets those that ended long enough ago that nobody ends them again. */
    void forget() {
        jdbc.update("delete from spdci_subscription where until < statement_timestamp() - interval '30 days'");
    }

    private Optional<PersonSubscription> of(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        String requester = row.getString(2);
        String event = row.getString(3);
        String person = row.getString(4);
        byte[] sealed = row.getBytes(5);
        if (!trust.believes(row.getBytes(6), TABLE, id.toString(), id, requester, event, person, sealed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PersonSubscription(id, requester, event, person, (ObjectNode)
                    Json.mapper().readTree(bodies.open(id, DataClass.CORRECTION, PART, sealed))));
        } catch (EmptyResultDataAccessException | ChangedException | IOException e) {
            return Optional.empty();
        }
    }
}
