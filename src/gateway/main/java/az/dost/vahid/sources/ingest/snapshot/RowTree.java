package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.signature.MerkleTree;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.sources.ingest.drop.DropFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Merkle tree (RFC 9162) over the rows of a file while it is loaded. A leaf is the hash of a salt and the row as it
 * was read. Every row has a salt of its own, from the file's secret: a path shows the hash of the row beside, and that
 * must not tell by trial what stands there.
 */
final class RowTree {
    /** Leaves in a chunk, a power of two: their root is a node of the tree. */
    static final int CHUNK = 1 << 10;

    private static final int MOST_WAITING = 1 << 6;
    private static final int HASH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final MessageDigest sha256;
    private final MerkleTree tree;
    private final byte[] secret = new byte[HASH];
    private final List<byte[]> leaves = new ArrayList<>(CHUNK);
    private final List<byte[]> waiting = new ArrayList<>();
    private final List<byte[]> roots = new ArrayList<>();
    private long rows;

    RowTree(CryptoProvider crypto) {
        this.sha256 = crypto.sha256();
        this.tree = new MerkleTree(sha256::digest);
        RANDOM.nextBytes(secret);
    }

    /** The row that follows, as it was read. */
    void add(byte[] row) {
        leaves.add(tree.leaf(salt(sha256, secret, ++rows), row));
        if (leaves.size() == CHUNK) {
            close();
        }
    }

    /** @param row number in the file, from 1 */
    static byte[] salt(MessageDigest sha256, byte[] secret, long row) {
        return sha256.digest(ByteBuffer.allocate(secret.length + Long.BYTES)
                .put(secret)
                .putLong(row)
                .array());
    }

    private void close() {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(leaves.size() * HASH);
        leaves.forEach(chunk::writeBytes);
        waiting.add(chunk.toByteArray());
        roots.add(tree.top(leaves));
        leaves.clear();
    }

    /** Whether what waits to be written should be, as memory is bounded. */
    boolean full() {
        return waiting.size() >= MOST_WAITING;
    }

    /** Writes the chunks that are complete. */
    void write(Connection connection, DropFile file) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into drop_tree (file, chunk, root, leaves) values (?, ?, ?, ?)")) {
            int chunk = roots.size() - waiting.size();
            for (byte[] each : waiting) {
                insert.setLong(1, file.id());
                insert.setInt(2, chunk);
                insert.setBytes(3, roots.get(chunk++));
                insert.setBytes(4, each);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        waiting.clear();
    }

    /** Writes the rest; no row follows. Gives the root; null where there is no row. */
    byte[] finish(Connection connection, DropFile file) throws SQLException {
        if (!leaves.isEmpty()) {
            close();
        }
        write(connection, file);
        return roots.isEmpty() ? null : tree.top(roots);
    }

    byte[] secret() {
        return secret;
    }

    /** The hashes of a chunk. */
    static List<byte[]> leaves(byte[] chunk) {
        List<byte[]> leaves = new ArrayList<>(chunk.length / HASH);
        for (int at = 0; at < chunk.length; at += HASH) {
            leaves.add(Arrays.copyOfRange(chunk, at, at + HASH));
        }
        return leaves;
    }
}
