package az.dost.vahid.proof.record;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * A process that keeps dossiers on many threads until it is killed, and prints the id and digest of each one that it
 * was told is kept.
 */
final class KilledWriter {
    private static final int THREADS = 16;

    public static void main(String[] arguments) throws InterruptedException {
        HikariDataSource database = RecordDatabase.open(arguments[0]);
        TestRecord test = new TestRecord(database, Path.of(arguments[1]));
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> {
                        while (true) {
                            RecordedDossier dossier = test.keep();
                            System.out.println(dossier.id() + " "
                                    + HexFormat.of().formatHex(TestRecord.CRYPTO.sha256(dossier.content())));
                        }
                    })
                    .start();
        }
        Thread.currentThread().join();
    }

    private KilledWriter() {}
}
