package az.dost.vahid.proof.record;

import az.dost.vahid.signature.TimeStamps;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.jdbc.core.JdbcTemplate;

/** Gets a time-stamp for the newest root; as each root names the one before, it is proof for all of them. */
public final class TimeStamping {
    private static final String ROOT = "vahid.audit.root";
    private static final int LONGEST = 64 * 1024;
    private static final String REQUEST = "vahid.audit.request";
    private final JdbcTemplate jdbc;
    private final GroupCommit commit;
    private final Digests digests;
    private final String authority;
    private final Path certificate;

    private record Newest(long number, String jws, boolean stamped) {}

    /**
     * @param authority address of the time-stamp authority, blank when there is none
     * @param certificate its certificate
     */
    TimeStamping(JdbcTemplate jdbc, GroupCommit commit, Digests digests, String authority, Path certificate) {
        this.jdbc = jdbc;
        this.commit = commit;
        this.digests = digests;
        this.authority = authority;
        this.certificate = certificate;
    }

    /** Where to ask. */
    public String authority() {
        return authority;
    }

    /** Makes the request the body, or null when there is nothing to stamp. */
    public void ask(Exchange exchange) {
        Message message = exchange.getMessage();
        message.setBody(null);
        List<Newest> newest = jdbc.query(
                "select number, jws, stamp is not null from audit_root order by number desc limit 1",
                (row, n) -> new Newest(row.getLong(1), row.getString(2), row.getBoolean(3)));
        if (!authority.isBlank() && !newest.isEmpty() && !newest.get(0).stamped()) {
            byte[] request = TimeStamps.request(digests.of(ascii(newest.get(0).jws())));
            exchange.setProperty(ROOT, newest.get(0).number());
            exchange.setProperty(REQUEST, request);
            message.setHeader(Exchange.CONTENT_TYPE, TimeStamps.REQUEST_TYPE);
            message.setHeader(Exchange.HTTP_METHOD, "POST");
            message.setBody(request);
        }
    }

    /** Keeps the stamp of the answer in the body; the chain says which it was. An answer that is too long is none. */
    public void keep(Exchange exchange) throws IOException {
        byte[] answer;
        try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
            answer = in.readNBytes(LONGEST);
        }
        byte[] token = TimeStamps.of(certificate).token(exchange.getProperty(REQUEST, byte[].class), answer);
        long root = exchange.getProperty(ROOT, Long.class);
        commit.keep(Unit.of(AuditEntry.stamp(root, digests.text(token)), connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update audit_root set stamp = ? where number = ? and stamp is null")) {
                update.setBytes(1, token);
                update.setLong(2, root);
                return update.executeUpdate() > 0;
            }
        }));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
