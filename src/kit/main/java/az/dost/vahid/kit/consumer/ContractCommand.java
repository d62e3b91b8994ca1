package az.dost.vahid.kit.consumer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a requester does with the contracts. */
@Command(
        name = "contract",
        mixinStandardHelpOptions = true,
        subcommands = {TryContractCommand.class},
        description = "Try what a system of yours sends and reads at the contracts of a version.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the command found errors, or failed", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {"  vahid contract try --consumer examples"})
public final class ContractCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the contracts");
    }
}
