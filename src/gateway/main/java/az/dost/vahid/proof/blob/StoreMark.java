package az.dost.vahid.proof.blob;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether a store is the one of this database. The database has the store's id, the store has it as its mark: a folder
 * that is not mounted, one that another gateway does not share, and the store of another database have none, or
 * another.
 */
final class StoreMark {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private volatile String known;

    private record Row(UUID id, boolean marked) {}

    StoreMark(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Marks the store that the database's first gateway finds. @throws WrongStoreException when it is another one */
    void check(BlobStore store) throws IOException {
        String id = known == null ? first(store) : known;
        Optional<String> mark = store.mark();
        if (!mark.equals(Optional.of(id))) {
            throw new WrongStoreException(
                    "The blob store is not the one of this database: its mark, vahid-blobs, should be " + id
                            + " and is "
                            + (mark.isEmpty() ? "not there. Is it mounted, and do all gateways share it?" : "another"));
        }
    }

    private String first(BlobStore store) throws IOException {
        jdbc.update("insert into blob_store (id) values (?) on conflict do nothing", UUID.randomUUID());
        if (!row("").marked()) {
            IOException failed = transactions.execute(status -> mark(store));
            if (failed != null) {
                throw failed;
            }
        }
        Row row = row("");
        known = row.marked() ? row.id().toString() : null;
        return row.id().toString();
    }

    /** One gateway at a time, and never again once a store had the mark. @return why it could not, null when it did */
    private IOException mark(BlobStore store) {
        Row row = row(" for update");
        try {
            if (!row.marked() && store.mark().isEmpty()) {
                store.mark(row.id().toString());
            }
            if (!row.marked() && store.mark().equals(Optional.of(row.id().toString()))) {
                jdbc.update("update blob_store set marked = true");
            }
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private Row row(String lock) {
        return jdbc.queryForObject(
                "select id, marked from blob_store" + lock,
                (row, n) -> new Row(row.getObject(1, UUID.class), row.getBoolean(2)));
    }
}
