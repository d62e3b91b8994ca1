package az.dost.vahid.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an operator says to the record. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        subcommands = RestoredCommand.class,
        description = "Tell the record what happened to it. 'verify record' checks it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the command failed", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {"  vahid record restored --by \"A. Operator\" --because \"restored to 10:15, the disk was lost\""})
final class RecordCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what happened to the record: restored");
    }
}
