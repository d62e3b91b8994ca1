package az.dost.vahid.proof.record;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A receipt of a test record, with all that a stranger needs: the entry is one of several below its root, and a later
 * root was stamped.
 */
public final class ReceiptExample {
    public static final Path FOLDER = Path.of("src/docs/receipt");

    /** Writes the worked example of {@code contracts/receipt.schema.json} anew. */
    public static void main(String[] args) throws Exception {
        write(FOLDER, Files.createTempDirectory("receipt-keys-"));
    }

    public static void write(Path folder, Path keys) throws Exception {
        try (HikariDataSource database = RecordDatabase.create();
                TestRecord test = new TestRecord(database, keys)) {
            AuditRoots roots = new AuditRoots(test.jdbc, test.signer, test.digests, test.entries);
            test.keep();
            roots.sign();
            test.keep();
            test.keep();
            RecordedDossier dossier = test.keep();
            test.keep();
            test.keep();
            roots.sign();
            test.keep();
            roots.sign();
            test.stamp();
            Files.write(folder.resolve("dossier.json"), dossier.content());
            Files.write(
                    folder.resolve("receipt.json"),
                    new Receipts(test.jdbc, test.digests).of(dossier.id()).orElseThrow());
            copy(keys.resolve("gateway-dossier.pem"), folder.resolve("vahid.pem"));
            copy(keys.resolve("time-stamps.pem"), folder.resolve("time-stamps.pem"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.write(to, Files.readAllBytes(from));
    }

    private ReceiptExample() {}
}
