package az.dost.vahid.watch;

import az.dost.vahid.signature.CryptoProvider;
import az.dost.vahid.signature.PersonHash;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** One fact of everyone in an agency's standing file, read in pieces. */
final class StandingFacts {
    private static final int PIECE = 1000;
    /** The driver takes a doubled question mark for the operator. */
    private static final String ROWS = "select r.fin, (r.facts::jsonb -> ?)::text from drop_row r where r.snapshot = "
            + "(select snapshot from drop_standing where agency = ?) and r.facts::jsonb ?? ?";
    private final PersonHash persons;
    private final CryptoProvider crypto;

    StandingFacts(PersonHash persons, CryptoProvider crypto) {
        this.persons = persons;
        this.crypto = crypto;
    }

    /** @param connection in a transaction, without which the driver would read all at once */
    void read(Connection connection, String agency, String fact, Consumer<List<SeenFact>> piece) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ROWS)) {
            query.setFetchSize(PIECE);
            query.setString(1, fact);
            query.setString(2, agency);
            query.setString(3, fact);
            List<SeenFact> seen = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    seen.add(seen(rows.getString(1), fact, rows.getString(2)));
                    if (seen.size() == PIECE) {
                        piece.accept(seen);
                        seen = new ArrayList<>();
                    }
                }
            }
            piece.accept(seen);
        }
    }

    private SeenFact seen(String fin, String fact, String value) {
        String digest = HexFormat.of().formatHex(crypto.sha256(value.getBytes(StandardCharsets.UTF_8)));
        return new SeenFact(fin, value, persons.of(fin), persons.of(fin + " " + fact + " " + digest));
    }
}
