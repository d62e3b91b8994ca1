package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.xml.XmlFactories;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An auditor checks the record of a gateway that works: what comes meanwhile is no sign of tampering. */
class CheckWhileWrittenTest {
    /** Few for each record: while one check runs the next one's work grows, so that each takes half as long again. */
    private static final int LEAST = 5;

    @RepeatedTest(4)
    @Timeout(180)
    void findsNothingWrong(@TempDir Path keys) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        try (HikariDataSource database = RecordDatabase.create();
                TestRecord test = new TestRecord(database, keys)) {
            CompletableFuture<Void> gateway = CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    RecordedDossier dossier = test.keep();
                    test.record.keepXml(
                            dossier.id(),
                            new XmlSigner(test.signer)
                                    .sign(XmlFactories.parse("<dossier/>".getBytes(StandardCharsets.UTF_8))));
                    new AuditRoots(test.jdbc, test.signer, test.digests, test.entries).sign();
                    written.incrementAndGet();
                }
            });
            try {
                for (int checks = 0; checks < LEAST || written.get() < LEAST; checks++) {
                    assertThat(test.checkWhileWritten(database).wrong()).isEmpty();
                }
            } finally {
                over.set(true);
                gateway.join();
            }
        }
    }
}
