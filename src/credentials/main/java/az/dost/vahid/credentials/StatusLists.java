package az.dost.vahid.credentials;

import az.dost.vahid.json.Json;
import az.dost.vahid.signature.DossierSigner;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lists of which credentials were revoked (Token Status List): one bit each, 1 for revoked. A credential's place is
 * drawn, so that places say nothing of who is next to whom, and a list is at most half full.
 */
final class StatusLists {
    static final String TYPE = "statuslist+jwt";
    /** Of a list. */
    static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    /** How long a list that was read may be used before it is read again. */
    static final Duration FRESH = Duration.ofSeconds(15);
    /** How long a list is good for whoever is offline. */
    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private static final int PLACES = 1 << 17;
    private static final int IN_A_LIST = PLACES / 2;
    private final JdbcTemplate jdbc;
    private final DossierSigner signer;
    private final String issuer;
    private final InstantSource clock;
    private final Map<Integer, Signed> signed = new ConcurrentHashMap<>();

    /** Where a credential's bit is. */
    record Place(int list, int index) {}

    private record Signed(Instant at, String token) {}

    StatusLists(JdbcTemplate jdbc, DossierSigner signer, String issuer, InstantSource clock) {
        this.jdbc = jdbc;
        this.signer = signer;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Address of a list. */
    String address(int list) {
        return address(Integer.toString(list));
    }

    private String address(String list) {
        return issuer + "/v1/credentials/status/" + list;
    }

    /** Draws places for the copies of a credential, each nobody else's, in the transaction in which it is issued. */
    static List<Place> draw(Connection connection, UUID credential, int copies) throws SQLException {
        List<Place> places = new ArrayList<>();
        try (PreparedStatement next = connection.prepareStatement("select nextval('credential_serial')");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into credential_index (list, index, credential) values (?, ?, ?) on conflict do nothing")) {
            while (places.size() < copies) {
                try (ResultSet row = next.executeQuery()) {
                    row.next();
                    int list = Math.toIntExact(row.getLong(1) / IN_A_LIST);
                    Place place = new Place(list, Secrets.below(PLACES));
                    insert.setInt(1, place.list());
                    insert.setInt(2, place.index());
                    insert.setObject(3, credential);
                    if (insert.executeUpdate() > 0) {
                        places.add(place);
                    }
                }
            }
        }
        return places;
    }

    /**
     * Whether the copy of a place was given out and is not revoked, as it is now.
     *
     * @param uri of the list, as the copy names it
     */
    boolean stands(String uri, int index) {
        String lists = address("");
        String list = uri.startsWith(lists) ? uri.substring(lists.length()) : "";
        return NUMBER.matcher(list).matches()
                && Boolean.TRUE.equals(jdbc.queryForObject(
                        "select exists (select 1 from credential_index i join credential c on c.id = i.credential where i.list = ?"
                                + " and i.index = ? and c.state = 'ISSUED' and c.ending is null)",
                        Boolean.class,
                        Integer.parseInt(list),
                        index));
    }

    /**
     * A list as it is now, or was {@link #FRESH} ago, signed; null for one that there is not. Of many who ask at once
     * one has it read.
     */
    String token(int list) {
        Signed known = signed.compute(list, (number, before) -> fresh(before) ? before : read(number));
        return known == null ? null : known.token();
    }

    private boolean fresh(Signed one) {
        return one != null && clock.instant().isBefore(one.at().plus(FRESH));
    }

    private Signed read(int list) {
        boolean there = Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from credential_index where list = ?)", Boolean.class, list));
        Instant now = clock.instant();
        return there ? new Signed(now, sign(list, now)) : null;
    }

    private String sign(int list, Instant now) {
        ObjectNode payload = JsonNodeFactory.instance
                .objectNode()
                .put("sub", address(list))
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(GOOD_FOR).getEpochSecond())
                .put("ttl", FRESH.toSeconds());
        payload.putObject("status_list").put("bits", 1).put("lst", bits(list));
        try {
            return signer.chained(Json.mapper().writeValueAsBytes(payload), TYPE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String bits(int list) {
        BitSet revoked = new BitSet(PLACES);
        jdbc.query(
                "select i.index from credential_index i join credential c on c.id = i.credential"
                        + " where i.list = ? and (c.state = 'REVOKED' or c.state = 'ISSUED' and c.ending is not null)",
                row -> {
                    revoked.set(row.getInt(1));
                },
                list);
        byte[] bytes = new byte[PLACES / Byte.SIZE];
        byte[] set = revoked.toByteArray();
        System.arraycopy(set, 0, bytes, 0, set.length);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater =
                new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }
}
