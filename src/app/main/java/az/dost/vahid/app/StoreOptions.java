package az.dost.vahid.app;

import az.dost.vahid.command.RecordDatabaseOptions;
import az.dost.vahid.proof.blob.Blobs;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
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
        return Blobs.toBeRead(settings, folder.resolve("record.key"), database);
    }
}
