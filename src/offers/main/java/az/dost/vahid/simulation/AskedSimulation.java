package az.dost.vahid.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A simulation that an analyst asked for, and how far it is.
 *
 * @param requester of the analyst
 * @param key under which it was asked for, of that analyst
 * @param mac over all before it
 * @param decision null while nobody has decided
 * @param end null while it is not computed
 */
record AskedSimulation(
        UUID id,
        String requester,
        String askedBy,
        String key,
        Instant askedAt,
        LawQuestion question,
        byte[] mac,
        Decision decision,
        End end) {
    /** After it nobody decides any more. */
    static final Duration OPEN = Duration.ofDays(30);

    static final String COLUMNS = "id, requester, asked_by, idempotency_key, asked_ms, question, mac, decision,"
            + " decided_by, decided_ms, note, decided_mac, ended, ended_ms, because, result, ended_mac";

    /** As the contract has it. */
    enum State {
        ASKED,
        RELEASED,
        REFUSED,
        ENDED,
        DONE,
        FAILED
    }

    /** Why one came to nothing. */
    enum Because {
        /** It took longer than {@code vahid.simulation.longest}. */
        TOO_LONG,
        /** Its rules do not fit those that are in force by now. */
        RIGHTS_REFUSED,
        /** It was begun again and again, and never ended. */
        INTERNAL
    }

    /**
     * What an auditor said.
     *
     * @param note null for a release
     * @param mac over the id and all before it
     */
    record Decision(boolean released, String by, Instant at, String note, byte[] mac) {
        Object[] sealed(UUID id) {
            return new Object[] {id, released ? "released" : "refused", by, at.toEpochMilli(), note};
        }
    }

    /**
     * What came of it.
     *
     * @param because null where there is a result
     * @param result the compact JWS; null where there is none
     * @param mac over the id and all before it
     */
    record End(Instant at, Because because, String result, byte[] mac) {
        Object[] sealed(UUID id) {
            return new Object[] {id, "ended", at.toEpochMilli(), because == null ? null : because.name(), result};
        }
    }

    static AskedSimulation of(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        String because = row.getString("because");
        return new AskedSimulation(
                row.getObject("id", UUID.class),
                row.getString("requester"),
                row.getString("asked_by"),
                row.getString("idempotency_key"),
                Instant.ofEpochMilli(row.getLong("asked_ms")),
                LawQuestion.kept(row.getString("question")),
                row.getBytes("mac"),
                decision == null
                        ? null
                        : new Decision(
                                decision.equals(State.RELEASED.name()),
                                row.getString("decided_by"),
                                Instant.ofEpochMilli(row.getLong("decided_ms")),
                                row.getString("note"),
                                row.getBytes("decided_mac")),
                row.getString("ended") == null
                        ? null
                        : new End(
                                Instant.ofEpochMilli(row.getLong("ended_ms")),
                                because == null ? null : Because.valueOf(because),
                                row.getString("result"),
                                row.getBytes("ended_mac")));
    }

    Object[] sealed() {
        return new Object[] {id, requester, askedBy, key, askedAt.toEpochMilli(), question.json()};
    }

    State state(Instant now) {
        if (decision == null) {
            return askedAt.plus(OPEN).isBefore(now) ? State.ENDED : State.ASKED;
        }
        if (!decision.released()) {
            return State.REFUSED;
        }
        return end == null ? State.RELEASED : end.because() == null ? State.DONE : State.FAILED;
    }

    /** Without the texts of the rules. */
    ObjectNode json(Instant now) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id.toString())
                .put("state", state(now).name());
        json.setAll(question.summary());
        json.put("askedBy", askedBy).put("askedAt", askedAt.toString());
        if (decision != null) {
            json.put("decidedBy", decision.by()).put("decidedAt", decision.at().toString());
            if (decision.note() != null) {
                json.put("note", decision.note());
            }
        }
        if (end != null) {
            json.put("endedAt", end.at().toString());
            if (end.because() != null) {
                json.put("because", end.because().name());
            }
        }
        return json;
    }

    @Override
    public String toString() {
        return "Simulation " + id;
    }
}
