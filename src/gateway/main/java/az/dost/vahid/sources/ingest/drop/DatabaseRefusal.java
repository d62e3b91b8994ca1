package az.dost.vahid.sources.ingest.drop;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.drop.DropPostponed;
import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.RowFinding;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a database error means for a file. The error itself goes no further: its detail may quote a row. */
public final class DatabaseRefusal {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseRefusal.class);
    private static final String DATA_EXCEPTION = "22";
    private static final String WHY = "A value holds characters that cannot be stored";
    private static final Pattern COPY_LINE = Pattern.compile("COPY \\w+, line (\\d{1,18})");

    /**
     * A value that PostgreSQL cannot hold makes the file bad; anything else is the database's own trouble, and passes.
     */
    public static RuntimeException of(SQLException e) {
        return of(e, 0);
    }

    /** @param before rows of the file that were copied before the copy that failed */
    public static RuntimeException of(SQLException e, long before) {
        String state = String.valueOf(e.getSQLState());
        if (!state.startsWith(DATA_EXCEPTION)) {
            LOG.warn(
                    "The database does not take a file: {} with state {}",
                    e.getClass().getSimpleName(),
                    state);
            return new DropPostponed("The database does not take the file now, state " + state);
        }
        Matcher line = COPY_LINE.matcher(where(e));
        return new DropRefused(
                Reason.UNMAPPABLE,
                WHY,
                line.find() ? List.of(RowFinding.row(before + Long.parseLong(line.group(1)), null, WHY)) : List.of());
    }

    /** A row that is known not to be storable before the database has seen it. */
    public static DropRefused ofRow(long row) {
        return new DropRefused(Reason.UNMAPPABLE, WHY, List.of(RowFinding.row(row, null, WHY)));
    }

    private static String where(SQLException e) {
        return e instanceof PSQLException p && p.getServerErrorMessage() != null
                ? String.valueOf(p.getServerErrorMessage().getWhere())
                : "";
    }

    private DatabaseRefusal() {}
}
