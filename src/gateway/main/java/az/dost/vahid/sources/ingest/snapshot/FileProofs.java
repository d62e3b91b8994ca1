package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.signature.MerkleTree;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.sources.ingest.FileStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What proves rows of files that were loaded, whether or not they still stand. */
public final class FileProofs {
    private final JdbcTemplate database;
    private final CryptoProvider crypto;
    private final MerkleTree tree;

    private record File(long id, String statement, byte[] salt) {}

    /**
     * @param statement of the gateway about the file, a compact JWS, see {@link FileStatement}
     * @param salt of the row; null where no row was asked for
     * @param path hashes beside the row's way to the root, from the row up; null where the tree is not kept, or no row
     *     was asked for
     */
    public record FileProof(String statement, byte[] salt, List<byte[]> path) {}

    public FileProofs(JdbcTemplate database, CryptoProvider crypto) {
        this.database = database;
        this.crypto = crypto;
        this.tree = new MerkleTree(crypto::sha256);
    }

    /**
     * Empty for a file that was loaded before there were statements.
     *
     * @param digest {@code sha-256:<hex>} of the file
     * @param row number in it, from 1; 0 for none
     */
    public Optional<FileProof> of(String agency, String name, String digest, long row) {
        return database
                .query(
                        "select id, statement, salt from drop_file where agency = ? and name = ? and digest = ? and state = 'LOADED' "
                                + "and statement is not null",
                        (file, n) -> new File(file.getLong(1), file.getString(2), file.getBytes(3)),
                        agency,
                        name,
                        digest)
                .stream()
                .findFirst()
                .map(file -> row == 0
                        ? new FileProof(file.statement, null, null)
                        : new FileProof(
                                file.statement, RowTree.salt(crypto.sha256(), file.salt, row), path(file.id, row)));
    }

    private List<byte[]> path(long file, long row) {
        int chunk = (int) ((row - 1) / RowTree.CHUNK);
        List<byte[]> leaves = database.queryForList(
                "select leaves from drop_tree where file = ? and chunk = ?", byte[].class, file, chunk);
        if (leaves.isEmpty()) {
            return null;
        }
        List<byte[]> path = new ArrayList<>(tree.way(RowTree.leaves(leaves.get(0)), (int) ((row - 1) % RowTree.CHUNK)));
        path.addAll(tree.way(
                database.queryForList("select root from drop_tree where file = ? order by chunk", byte[].class, file),
                chunk));
        return path;
    }
}
