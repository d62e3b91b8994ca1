package az.dost.vahid.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Files in the blob store, for operators. */
@Command(
        name = "files",
        mixinStandardHelpOptions = true,
        subcommands = {ListFilesCommand.class, GetFileCommand.class, CheckFilesCommand.class},
        description =
                "Show and fetch what agencies and partners left, loaded or refused, as it is kept in the blob store.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the command failed", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid files list --refused",
            "  vahid files get 01890a5d-ac96-774b-bcce-b302099a8057 --to fetched",
            "  vahid files check"
        })
final class FilesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the files: list, get or check");
    }
}
