package az.dost.vahid.sources.ingest;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.drop.DropPostponed;
import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.ReceivedDrop;
import az.dost.vahid.drop.RowFinding;
import az.dost.vahid.drop.row.DropContent;
import az.dost.vahid.drop.row.HeldRow;
import az.dost.vahid.drop.row.ReadAhead;
import az.dost.vahid.drop.row.RowMapping;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.xml.Seal;
import az.dost.vahid.sources.ingest.drop.DropFile;
import az.dost.vahid.sources.ingest.snapshot.Changes;
import az.dost.vahid.sources.ingest.snapshot.DropSeals;
import az.dost.vahid.sources.ingest.snapshot.NewSnapshot;
import az.dost.vahid.sources.ingest.snapshot.RowStore;
import az.dost.vahid.sources.ingest.snapshot.RowSum;
import az.dost.vahid.sources.ingest.snapshot.RowTarget;
import az.dost.vahid.sources.ingest.snapshot.SnapshotState;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Loads one file in one transaction: until its commit nothing of the file is visible, and whatever ends it before
 * undoes all of it, so that the file, which is still where it was left, is loaded anew.
 */
final class DropLoad {
    private final ConnectorFolder folder;
    private final PinnedCertificates certificates;
    private final DropArchive archive;
    private final DropJournal journal;
    private final LoadProgress progress;
    private final FileSigning signing;
    private final DropSeals seals;

    DropLoad(
            ConnectorFolder folder,
            PinnedCertificates certificates,
            DropArchive archive,
            DropJournal journal,
            LoadProgress progress,
            FileSigning signing,
            DropSeals seals) {
        this.folder = folder;
        this.certificates = certificates;
        this.archive = archive;
        this.journal = journal;
        this.progress = progress;
        this.signing = signing;
        this.seals = seals;
    }

    /**
     * 1. pass over a file that is known; 2. put by one that is older than what stands; 3. copy its rows beside those
     * that stand, proving them on the way; 4. put it into the archive; 5. let its rows stand, by the commit.
     *
     * @param connection in auto-commit mode, and so again afterwards
     * @throws DropRefused when it is bad
     * @throws DropPostponed when it cannot be loaded now
     */
    LoadOutcome load(Connection connection, ReceivedDrop drop, Instant now) throws SQLException, IOException {
        Instant asOf = drop.name().asOf(now);
        return FileTransaction.of(connection, () -> within(connection, drop, asOf));
    }

    private LoadOutcome within(Connection connection, ReceivedDrop drop, Instant asOf)
            throws SQLException, IOException {
        if (journal.done(connection, drop)) {
            return new LoadOutcome("repeated", 0);
        }
        SnapshotState standing = SnapshotState.of(connection, seals, drop.name().full());
        if (drop.name().version() < standing.baseVersion()) {
            archive.keep(connection, drop, journal.enter(connection, drop, asOf, DropJournal.State.LATE));
            return new LoadOutcome("late", 0);
        }
        boolean alone = drop.name().full() || folder.connector().drop().mode() == Connector.Mode.UPSERT;
        if (!alone && !standing.exists()) {
            throw new DropPostponed("The changes wait for a full file");
        }
        DropFile file = journal.enter(connection, drop, asOf, DropJournal.State.LOADED);
        RowTarget target = drop.name().full()
                ? new NewSnapshot(connection, standing, file, seals)
                : new Changes(connection, standing, file, seals);
        Copied copied = copy(connection, drop, file, asOf, target);
        // Before its rows take their place: nobody waits for the store.
        archive.keep(connection, drop, file);
        target.apply(copied.sum(), copied.distinct()).stand(connection, seals);
        return new LoadOutcome("loaded", copied.rows());
    }

    private record Copied(long rows, RowSum sum, boolean distinct) {}

    private Copied copy(Connection connection, ReceivedDrop drop, DropFile file, Instant asOf, RowTarget target)
            throws SQLException, IOException {
        RowMapping mapping = new RowMapping(folder.mapping());
        try (DropContent content = new DropContent(
                        folder, certificates.of(folder.connector().id()), drop);
                ReadAhead rows = new ReadAhead(
                        content.rows(), "drop-reader-" + folder.connector().id());
                RowStore store = new RowStore(connection, target.table(), file, signing.crypto(), seals)) {
            long maxRows = folder.connector().drop().maxRows();
            for (JsonNode row = rows.next(); row != null; row = rows.next()) {
                HeldRow held = mapping.map(row);
                if (held != null) {
                    if (held.facts() == null && drop.name().full()) {
                        throw new DropRefused(
                                Reason.MALFORMED,
                                "The file deletes somebody: it is a file of changes, not a full one",
                                List.of(RowFinding.row(held.number(), null, "The row deletes a citizen")));
                    }
                    store.add(held, rows.json());
                }
                if (mapping.number() > maxRows) {
                    throw new DropRefused(Reason.TOO_LONG, "The file has more than " + maxRows + " rows");
                }
                progress.at(mapping.number(), content.share());
            }
            Seal seal = content.seal();
            mapping.check();
            byte[] root = store.finish();
            settle(connection, drop, file, seal, mapping.number());
            String statement = signing.of(folder.connector().id(), drop, seal, mapping.number(), root);
            journal.state(
                    connection,
                    file,
                    statement,
                    store.secret(),
                    seals.file(
                            file,
                            drop.name().name(),
                            drop.digest(),
                            Timestamp.from(asOf),
                            seal.signer(),
                            mapping.number(),
                            statement != null));
            return new Copied(mapping.number(), store.sum(), store.distinct());
        } catch (ZipException | EOFException e) {
            throw new DropRefused(Reason.MALFORMED, "The archive is damaged");
        }
    }

    private void settle(Connection connection, ReceivedDrop drop, DropFile file, Seal seal, long rows)
            throws SQLException {
        if (rows == 0 && drop.name().full()) {
            throw new DropRefused(Reason.MALFORMED, "The file has no row, and would delete them all");
        }
        // What is signed with its name may be the same on another day.
        if (seal.name() == null && journal.replayed(connection, drop, seal)) {
            throw new DropRefused(Reason.TOO_OLD, "The file is an earlier one under another name");
        }
        journal.complete(connection, file, seal, rows);
    }
}
