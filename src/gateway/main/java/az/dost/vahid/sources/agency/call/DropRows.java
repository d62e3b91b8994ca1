package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Question;
import az.dost.vahid.sources.ingest.snapshot.SnapshotRecord;
import az.dost.vahid.sources.ingest.snapshot.Snapshots;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.springframework.dao.DataAccessException;

/**
 * What standing snapshots say of the citizen of a lookup, read once for all agencies that leave files, and before the
 * scatter: a database driver holds its thread, and the event loop that the branches begin on must not be held.
 */
public final class DropRows {
    /** Exchange property: ids of the planned agencies that leave files, a collection of strings. */
    public static final String AGENCIES = "vahid.drops";

    private static final String READ = "vahid.dropRows";
    private final Snapshots snapshots;

    public DropRows(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    private record Read(Map<String, SnapshotRecord> rows, DataAccessException failed, long tookMs) {}

    /** The step before the scatter. A database that fails is for each agency's own branch to tell. */
    public void read(Exchange exchange) {
        Collection<?> agencies = exchange.getProperty(AGENCIES, Collection.class);
        if (agencies != null && !agencies.isEmpty()) {
            exchange.setProperty(
                    READ,
                    read(
                            agencies.stream().map(String.class::cast).toList(),
                            exchange.getMessage().getBody(Question.class)));
        }
    }

    private Read read(List<String> agencies, Question question) {
        long started = System.nanoTime();
        try {
            return new Read(snapshots.find(agencies, question.fin()), null, since(started));
        } catch (DataAccessException e) {
            return new Read(Map.of(), e, since(started));
        }
    }

    private static long since(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }

    /** Milliseconds that the step before the scatter took: an agency's answer took them, too. */
    static long tookMs(Exchange exchange) {
        Read read = exchange.getProperty(READ, Read.class);
        return read == null ? 0 : read.tookMs;
    }

    /** Null where no file has been loaded. */
    SnapshotRecord of(String agency, Exchange exchange, Question question) {
        Read read = exchange.getProperty(READ, Read.class);
        if (read == null) {
            read = read(List.of(agency), question);
        }
        if (read.failed != null) {
            throw read.failed;
        }
        return read.rows.get(agency);
    }
}
