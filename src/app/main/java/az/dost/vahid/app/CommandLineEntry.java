package az.dost.vahid.app;

import az.dost.vahid.command.CompletionCommand;
import az.dost.vahid.command.Failures;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.journeys.verify.VerifyCommand;
import az.dost.vahid.kit.ConnectorCommand;
import az.dost.vahid.kit.consumer.ContractCommand;
import az.dost.vahid.kit.service.ServiceCommand;
import az.dost.vahid.logging.HiddenSecrets;
import az.dost.vahid.ops.OpsCommand;
import az.dost.vahid.rights.RightCommand;
import az.dost.vahid.signature.own.KeysCommand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The root of the commands: without one of them the gateway starts, and every other argument is a setting of it. */
@Command(
        name = "vahid",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ConnectorCommand.class,
            ServiceCommand.class,
            RightCommand.class,
            ContractCommand.class,
            KeysCommand.class,
            VerifyCommand.class,
            RecordCommand.class,
            ReportCommand.class,
            FilesCommand.class,
            PersonCommand.class,
            SettingsCommand.class,
            OpsCommand.class,
            PagesCommand.class,
            CompletionCommand.class,
            VersionCommand.class,
            AutoComplete.GenerateCompletion.class
        },
        header = "Vahid: one signed, document-free lookup over twenty agency registers.%n",
        synopsisHeading = "",
        customSynopsis = {
            "vahid [--<setting>=<value> ...]          the gateway",
            "vahid <command> [<arguments>]            a command",
            "Without the launcher vahid, which lies beside the jar: java -jar vahid.jar",
            ""
        },
        commandListHeading = "%nCommands (each has its own --help):%n",
        footerHeading =
                "%nThe gateway starts nothing of its own: a database, a broker, keys, requesters and the agencies' addresses are%n"
                        + "settings. Started without them it says which. The demonstration, with all of it, is vahid-demo.jar. Settings that%n"
                        + "are often needed (all of them, with their defaults: application.yaml, or the command settings):%n%n",
        footer = {
            "  --server.port=8080                    HTTP port of the gateway",
            "  --spring.datasource.url=jdbc:postgresql://...",
            "  --spring.artemis.broker-url=tcp://...",
            "  --vahid.data=data                     folder of this gateway's own",
            "  --vahid.blobs=<folder>                folder, or s3://..., that all gateways share",
            "  --vahid.keys=data/keys                keys and the agencies' certificates",
            "  --vahid.requesters=file:requesters    who may ask, and for what",
            "  --vahid.connectors=<folder>           connectors beside the built-in ones",
            "  --spring.config.additional-location=file:<file>   a file of settings"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the command found errors, or failed",
            "2:wrong arguments",
            "70:a gateway ended, as something had stopped that it cannot be without",
            "75:a start met something that is not there yet, such as the database: another one may succeed",
            "78:a start met something that is set wrongly: another one would say the same",
            "130:interrupted by Ctrl-C",
            "143:ended by a signal"
        })
final class CommandLineEntry implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    private final ToIntFunction<List<String>> gateway;

    private CommandLineEntry(ToIntFunction<List<String>> gateway) {
        this.gateway = gateway;
    }

    /**
     * @param gateway starts the gateway with the settings, and gives the exit code
     * @param more further commands
     */
    static CommandLine commandLine(ToIntFunction<List<String>> gateway, Object... more) {
        // Otherwise it looks for Groovy, which is in none of three hundred libraries: a third of the time of a help.
        System.setProperty("picocli.disable.closures", "true");
        // An @ at an argument's start is part of a setting's value here, not the name of a file of arguments.
        CommandLine entry = new CommandLine(new CommandLineEntry(gateway));
        Arrays.stream(more).forEach(entry::addSubcommand);
        entry.getSubcommands().get("verify").addSubcommand(new VerifyRecordCommand());
        // Only the gateway, the pages, the settings and the mocks take any setting; picocli would let every command
        // ignore what it does not know.
        strict(entry);
        // The name by which it was known before completion had a command of its own.
        entry.getSubcommands()
                .get("generate-completion")
                .getCommandSpec()
                .usageMessage()
                .hidden(true);
        Failures failures = new Failures(HiddenSecrets::in);
        return entry.setExpandAtFiles(false)
                .setUsageHelpWidth(120)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    private static void strict(CommandLine command) {
        command.getSubcommands().values().forEach(sub -> {
            sub.setUnmatchedArgumentsAllowed(
                    !sub.getCommandSpec().unmatchedArgsBindings().isEmpty());
            strict(sub);
        });
    }

    @Override
    public Integer call() {
        for (String setting : settings) {
            if (!setting.startsWith("--")) {
                String near = Nearest.of(setting, spec.subcommands().keySet());
                throw new ParameterException(
                        spec.commandLine(),
                        "Vahid has no command '" + setting + "'"
                                + (near == null ? "" : "; did you mean " + near + "?"));
            }
        }
        return gateway.applyAsInt(settings);
    }
}
