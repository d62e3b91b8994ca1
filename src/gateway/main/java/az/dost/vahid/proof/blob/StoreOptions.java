package az.dost.vahid.proof.blob;

import az.dost.vahid.command.RecordDatabaseOptions;
import az.dost.vahid.proof.record.body.DataKeys;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.MasterKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Option;

/** Which blob store a command reads, and with which keys. */
final class StoreOptions {
    @Option(
            names = "--blobs",
            paramLabel = "PLACE",
            description = "The gateway's vahid.blobs; default: blobs in --data. The secret of an object store by the"
                    + " variable VAHID_SECRETS_BLOBS_S3.")
    private String place;

    @Option(names = "--keys", paramLabel = "DIR", description = "The gateway's vahid.keys; default: keys in --data.")
    private Path keys;

    /** @throws az.dost.vahid.problem.StartException when the place is none, or the master key cannot be read */
    Blobs blobs(RecordDatabaseOptions record, DataSource database) {
        // A template in the signature would be opened, with what it stands on, whenever the commands are described.
        JdbcTemplate jdbc = new JdbcTemplate(database);
        Path folder = keys != null ? keys : record.data().resolve("keys");
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources()
                .addFirst(new MapPropertySource(
                        "command",
                        Map.of(
                                "vahid.blobs",
                                place != null
                                        ? place
                                        : record.data().resolve("blobs").toString(),
                                "vahid.keys",
                                folder.toString(),
                                "vahid.data",
                                record.data().toString())));
        CryptoProvider crypto = new CryptoProvider(true);
        DataKeys dataKeys = new DataKeys(jdbc, MasterKeys.of(folder.resolve("record.key"), crypto), crypto);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        return new Blobs(
                new GuardedStore(BlobPlace.of(settings), new StoreMark(jdbc, transactions), new SimpleMeterRegistry()),
                (day, dataClass, make) -> dataKeys.find(day, dataClass),
                jdbc,
                transactions,
                crypto);
    }
}
