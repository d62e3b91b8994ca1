package az.dost.vahid.kit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The integrator's commands. */
@Command(
        name = "connector",
        mixinStandardHelpOptions = true,
        subcommands = {
            NewCommand.class,
            ConfirmCommand.class,
            CheckCommand.class,
            MockCommand.class,
            TryCommand.class,
            RecordSampleCommand.class,
            CertifyCommand.class,
            DiffCommand.class,
            ReplayCommand.class,
            ReferenceCommand.class,
            RolloutCommand.class
        },
        description = "Make, check, try and watch a connector: one folder for one agency.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the command found errors, or failed", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid connector new civil-status --from contract.wsdl",
            "  vahid connector check civil-status",
            "  vahid connector try civil-status --fin --endpoint https://..."
        })
public final class ConnectorCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the connector");
    }
}
