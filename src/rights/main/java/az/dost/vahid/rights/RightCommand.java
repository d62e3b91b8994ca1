package az.dost.vahid.rights;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done with rights. */
@Command(
        name = "right",
        mixinStandardHelpOptions = true,
        subcommands = {RightCheckCommand.class, RightEvaluateCommand.class, RightSimulateCommand.class},
        description =
                "Check rights to payments, evaluate them over a dossier, and count what other rules would change.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the command found errors, or failed", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {"  vahid right check", "  vahid right evaluate --dossier dossier.json --on 2026-12-01"})
public final class RightCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the rights");
    }
}
