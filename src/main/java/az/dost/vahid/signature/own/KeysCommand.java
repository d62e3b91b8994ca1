package az.dost.vahid.signature.own;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The gateway's own keys. */
@Command(name = "keys", mixinStandardHelpOptions = true, subcommands = NewKeysCommand.class, description = "Make the gateway's own keys.")
public final class KeysCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
