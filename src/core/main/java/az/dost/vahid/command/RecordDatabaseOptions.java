package az.dost.vahid.command;

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
            names = "--data",
            defaultValue = "data",
            description = "The gateway's vahid.data (default: ${DEFAULT-VALUE}).")
    private Path data;

    public Path data() {
        return data;
    }

    /** @throws ParameterException when none is given and none runs */
    public String url(CommandSpec spec) {
        return database != null
                ? database
                : RunningDatabase.url(data.resolve("postgresql"))
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "No database runs below " + data + ": start the gateway, or give one by --database"));
    }
}
