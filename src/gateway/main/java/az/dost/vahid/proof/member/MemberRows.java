package az.dost.vahid.proof.member;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The gateways in the database. */
final class MemberRows {
    private static final ObjectMapper JSON = Json.mapper();
    /**
     * In one round trip: the own lease is renewed, rows that nobody has renewed for long go, and all others are read.
     * {@code now()} is when the database got the statement, before it looked at any row.
     */
    private static final String RENEW =
            "with mine as (insert into member (id, name, version, renewed_at, lease_until, keys, versions, calls, told)"
                    + " values (?, ?, ?, now(), now() + make_interval(secs => ?), ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb) on conflict (id) do update set"
                    + " renewed_at = excluded.renewed_at, lease_until = excluded.lease_until, keys = excluded.keys, versions = excluded.versions, calls = excluded.calls, told = excluded.told),"
                    + " gone as (delete from member where lease_until < now() - interval '1 minute' and id <> ?)"
                    + " select now(), clock_timestamp(), other.id, other.name, other.version, other.lease_until > now(), other.renewed_at, other.keys, other.versions,"
                    + " other.calls, other.joined_at, other.told, (select oldest_allowed from member_rule) from (select 1) one left join member other on other.id <> ? order by other.id";

    private final JdbcTemplate jdbc;

    /**
     * What a renewal saw.
     *
     * @param now when the database got it
     * @param clock the database's time when it looked
     * @param oldestAllowed newest migration that a gateway must know at least
     * @param others all other rows, in the order of their ids, also of those that live no more
     */
    record Look(Instant now, Instant clock, int oldestAllowed, List<Member> others) {}

    MemberRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Look renew(Member own, Duration lease) {
        List<Member> others = new ArrayList<>();
        Instant[] times = new Instant[2];
        int[] oldestAllowed = new int[1];
        jdbc.query(
                RENEW,
                (RowCallbackHandler) row -> {
                    times[0] = row.getTimestamp(1).toInstant();
                    times[1] = row.getTimestamp(2).toInstant();
                    oldestAllowed[0] = row.getInt(13);
                    if (row.getObject(3) != null) {
                        others.add(member(row));
                    }
                },
                own.id(),
                own.name(),
                own.version(),
                lease.toMillis() / 1000.0,
                json(own.keys()),
                json(own.versions()),
                json(own.calls()),
                json(own.told()),
                own.id(),
                own.id());
        return new Look(times[0], times[1], oldestAllowed[0], others);
    }

    void leave(UUID id) {
        jdbc.update("delete from member where id = ?", id);
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getTimestamp(11).toInstant(),
                row.getTimestamp(7).toInstant(),
                texts(row.getString(8)),
                texts(row.getString(9)),
                read(row.getString(10), new TypeReference<Map<String, Double>>() {}),
                told(row.getString(12)));
    }

    static Map<String, String> texts(String json) {
        return read(json, new TypeReference<Map<String, String>>() {});
    }

    /** Whoever may write to the table must not end the renewals: what cannot be read says nothing. */
    private static <T> Map<String, T> read(String json, TypeReference<Map<String, T>> type) {
        try {
            Map<String, T> read = JSON.readValue(json, type);
            return read == null || read.containsValue(null) ? Map.of() : read;
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    private static GatewayStatus told(String json) {
        try {
            GatewayStatus told = json == null ? null : JSON.readValue(json, GatewayStatus.class);
            return told == null ? GatewayStatus.NOTHING : told;
        } catch (JsonProcessingException | NullPointerException e) {
            return GatewayStatus.NOTHING;
        }
    }

    private static String json(Object map) {
        try {
            return JSON.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
