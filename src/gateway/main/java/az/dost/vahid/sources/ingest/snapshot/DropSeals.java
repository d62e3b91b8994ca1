package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.proof.trust.UnsealedUntil;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.sources.ingest.drop.DropFile;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;

/** What of one agency's tables is sealed: whoever reads a row asks here whether it is the one that was loaded. */
public record DropSeals(RowSeals seals, String agency, UnsealedUntil until) {
    private static final String ROW = "drop_row";
    private static final String FILE = "drop_file";
    private static final String STANDING = "drop_standing";
    private static final String PLACE = "drop_row place";

    /**
     * A row's seal binds it to its file: it is no row of another agency, another person or another file. Facts and
     * source may be null.
     */
    byte[] row(RowSeals.Series series, DropFile file, long number, String fin, byte[] facts, byte[] source) {
        return series.of(ROW, agency, file.id(), file.version(), number, fin, facts, source);
    }

    boolean holdsRow(byte[] mac, DropFile file, long number, String fin, String facts, String source) {
        return seals.holds(mac, ROW, agency, file.id(), file.version(), number, fin, bytes(facts), bytes(source));
    }

    /** @param stated whether there is a statement, which has a signature of its own */
    public byte[] file(
            DropFile file, String name, String digest, Timestamp asOf, String signer, long rows, boolean stated) {
        return seals.of(
                FILE, agency, file.id(), file.version(), name, digest, asOf.getTime(), signer, rows, stated ? 1 : 0);
    }

    boolean holdsFile(
            byte[] mac,
            DropFile file,
            String name,
            String digest,
            Timestamp asOf,
            String signer,
            long rows,
            boolean stated) {
        return seals.holds(
                mac,
                FILE,
                agency,
                file.id(),
                file.version(),
                name,
                digest,
                asOf.getTime(),
                signer,
                rows,
                stated ? 1 : 0);
    }

    byte[] standing(SnapshotState state) {
        return seals.of(STANDING, agency, state.snapshot(), state.baseVersion(), state.newestFile(), state.sum());
    }

    boolean holdsStanding(byte[] mac, SnapshotState state) {
        return seals.holds(
                mac, STANDING, agency, state.snapshot(), state.baseVersion(), state.newestFile(), state.sum());
    }

    /** What a row adds to the sum of all rows: the same seal at another person's place adds something else. */
    static byte[] place(RowSeals.Series series, String fin, byte[] mac) {
        return series.of(PLACE, fin, mac);
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
