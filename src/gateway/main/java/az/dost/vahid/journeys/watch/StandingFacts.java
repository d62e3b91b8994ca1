package az.dost.vahid.journeys.watch;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.fact.CheckedFacts;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One fact of everyone in an agency's standing file, read in pieces. */
final class StandingFacts {
    private static final ObjectMapper JSON = Json.mapper();
    private static final int PIECE = 1000;
    /** The driver takes a doubled question mark for the operator. */
    private static final String ROWS = "select r.fin, (r.facts::jsonb -> ?)::text from drop_row r where r.snapshot = "
            + "(select snapshot from drop_standing where agency = ?) and r.facts::jsonb ?? ?";

    private final SeenFacts facts;
    private final FactCheck check;

    StandingFacts(SeenFacts facts, FactCheck check) {
        this.facts = facts;
        this.check = check;
    }

    /**
     * A fact of which a part is not believed is left out: whether it has changed is not known.
     *
     * @param connection in a transaction, without which the driver would read all at once
     */
    void read(
            Connection connection, String agency, Connector.Change change, Instant asOf, Consumer<List<SeenFact>> piece)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ROWS)) {
            query.setFetchSize(PIECE);
            query.setString(1, change.fact());
            query.setString(2, agency);
            query.setString(3, change.fact());
            List<SeenFact> seen = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    CheckedFacts checked =
                            check.check(JSON.createObjectNode().set(change.fact(), JSON.readTree(rows.getString(2))));
                    if (checked.unmappable().isEmpty()) {
                        seen.add(facts.of(
                                rows.getString(1), change, checked.facts().get(change.fact()), asOf));
                    }
                    if (seen.size() == PIECE) {
                        piece.accept(seen);
                        seen = new ArrayList<>();
                    }
                }
            }
            piece.accept(seen);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database's JSON cannot be read");
        }
    }
}
