package az.dost.vahid.app;

import az.dost.vahid.Vahid;
import az.dost.vahid.edge.start.NoObjects;
import az.dost.vahid.edge.start.StartFault;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine;

/**
 * Starts what goes on running; when the start failed, which has been reported then, gives the code of
 * {@link StartFault}.
 */
public final class Start {
    /** Options of the root of the commands, which settings may not hide. */
    private static final Set<String> OPTIONS = Set.of("--help", "--version");

    /** The entry of {@code vahid.jar}. */
    public static void main(String[] args) {
        main(args, Vahid::application);
    }

    /**
     * The gateway, or a command; ends the process when that failed.
     *
     * @param gateway makes its application
     * @param more commands beside those of {@link CommandLineEntry}
     */
    public static void main(String[] args, Supplier<SpringApplication> gateway, Object... more) {
        NoObjects.filter();
        // Without a command there is nothing to parse; describing all of them to picocli takes a thirtieth of a start.
        int code = isGateway(args)
                ? run(gateway.get(), List.of(args))
                : commandLine(gateway, more).execute(args);
        if (code != 0) {
            // Threads that others have started must not keep the process.
            System.exit(code);
        }
    }

    private static CommandLine commandLine(Supplier<SpringApplication> gateway, Object... more) {
        return CommandLineEntry.commandLine(settings -> run(gateway.get(), settings), more);
    }

    /**
     * Whether every argument is a setting with its value, {@code --name=value}; what else there may be is for
     * {@link CommandLineEntry} to tell.
     */
    static boolean isGateway(String... arguments) {
        return Arrays.stream(arguments)
                .allMatch(argument -> argument.startsWith("--")
                        && argument.indexOf('=') > 2
                        && !OPTIONS.contains(argument.substring(0, argument.indexOf('='))));
    }

    /** @return exit code */
    public static int run(SpringApplication application, List<String> settings) {
        try {
            application.run(settings.toArray(String[]::new));
            return 0;
        } catch (RuntimeException e) {
            return StartFault.exitCode(e);
        }
    }

    private Start() {}
}
