package az.dost.vahid.sources.ingest.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** Deletes trees of files that no evidence can need any more; what was signed about the files stays. */
public final class OldTrees {
    /** A dossier that is completed later takes over evidence of the first one. */
    private static final String OVER =
            " and left_at < statement_timestamp() - cast(? as interval) - interval '1 month'";

    private final String agency;
    private final List<Period> kept;

    private OldTrees(String agency, List<Period> kept) {
        this.agency = agency;
        this.kept = kept;
    }

    /** Of one agency; trees are kept for ever where evidence is. */
    public static OldTrees of(String agency, Environment settings) {
        List<String> kept = Stream.of("evidence", "special")
                .map(type -> settings.getProperty("vahid.record.kept." + type))
                .toList();
        return new OldTrees(
                agency,
                kept.contains(null)
                        ? List.of()
                        : kept.stream().map(Period::parse).toList());
    }

    /** @param connection in auto-commit mode */
    public void drop(Connection connection) throws SQLException {
        if (kept.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from drop_tree where file in (select id from drop_file where agency = ?"
                        + OVER.repeat(kept.size()) + ")")) {
            delete.setString(1, agency);
            for (int n = 0; n < kept.size(); n++) {
                delete.setString(n + 2, kept.get(n).toString());
            }
            delete.executeUpdate();
        }
    }
}
