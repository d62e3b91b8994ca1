package az.dost.vahid.command;

import az.dost.vahid.database.OwnDatabase;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which database a command reads the record from, and the gateway's folder beside it. */
public final class RecordDatabaseOptions {
    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "jdbc:postgresql://...; without it the embedded one that runs below --data.")
    private String database;

    @Option(
            names = "--unverified",
            paramLabel = "WHY",
            description = "Why --database need not say sslmode=verify-full, though it is beyond this machine.")
    private String unverified = "";

    @Option(
            names = "--data",
            defaultValue = "data",
            description = "The gateway's vahid.data (default: ${DEFAULT-VALUE}).")
    private Path data;

    public Path data() {
        return data;
    }

    /** @throws ParameterException when none is given and none runs, or when another could stand in for the one given */
    public String url(CommandSpec spec) {
        String doubt = database == null || OwnDatabase.reason(unverified) ? "" : OwnDatabase.doubt(database);
        if (!doubt.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--database " + doubt + ": " + OwnDatabase.example("vahid")
                            + ". Where that is meant to be, --unverified says why in words");
        }
        return database != null
                ? database
                : RunningDatabase.url(data.resolve("postgresql"))
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "No database runs below " + data + ": start the gateway, or give one by --database"));
    }
}
