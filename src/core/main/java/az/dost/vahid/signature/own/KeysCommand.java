package az.dost.vahid.signature.own;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The gateway's own keys. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        subcommands = {NewKeysCommand.class, StoredPersonKeyCommand.class, RotateKeysCommand.class},
        description = "Make the gateway's own keys, say where they lie, and change them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the command failed", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid keys new --keys keys --name \"O=DOST,C=AZ\"",
            "  vahid keys person --keys keys",
            "  vahid keys rotate dossier prepare --keys keys"
        })
public final class KeysCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the keys: new, person or rotate");
    }
}
