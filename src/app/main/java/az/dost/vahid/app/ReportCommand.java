package az.dost.vahid.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an operator does about reports. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        subcommands = {RebuildCommand.class, CloseCommand.class},
        description = "Figures of reports, at the gateways' database.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the command failed", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid report rebuild --month 2026-10",
            "  vahid report close --month 2026-10 --by \"A. Operator\" --because \"entries of 30 October came late\""
        })
final class ReportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do about reports: rebuild or close");
    }
}
