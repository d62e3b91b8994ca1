package az.dost.vahid.command;

import az.dost.vahid.definition.Nearest;
import az.dost.vahid.logging.PlainText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is told when a command fails: to people a line on the error output, to machines ({@code --json}) one document on
 * the output, {@code {"failed": {"command", "exitCode", "message"}}}, the same for every command.
 */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final String JSON = "--json";
    private final UnaryOperator<String> redacted;

    /** @param redacted takes secrets out of a message */
    public Failures(UnaryOperator<String> redacted) {
        this.redacted = redacted;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        String message = message(thrown);
        // Who lists several mistakes gives each a line.
        String plain = message.lines().map(PlainText::of).collect(Collectors.joining(System.lineSeparator()));
        return tell(command, CommandLine.ExitCode.SOFTWARE, plain, "", parsed.originalArgs());
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String plain = PlainText.of(wrong.getMessage().strip().replaceAll("\\s*\\R\\s*", "; ") + meant(wrong));
        return tell(
                command, CommandLine.ExitCode.USAGE, plain, "; see " + name(command) + " --help", List.of(arguments));
    }

    private static String message(Throwable thrown) {
        if (thrown instanceof UncheckedIOException unchecked) {
            return message(unchecked.getCause());
        }
        if (thrown instanceof FileSystemException file && file.getReason() == null) {
            // Its message is the file's name and nothing else.
            return thrown instanceof NoSuchFileException
                    ? "There is no file " + file.getFile()
                    : thrown instanceof AccessDeniedException
                            ? file.getFile() + " may not be read or written"
                            : thrown instanceof FileAlreadyExistsException
                                    ? file.getFile() + " is there already"
                                    : file.getFile() + " cannot be used";
        }
        return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    }

    private int tell(CommandLine command, int code, String message, String hint, List<String> arguments) {
        String shown = redacted.apply(message);
        if (arguments.contains(JSON)) {
            ObjectNode failure = JsonNodeFactory.instance.objectNode();
            failure.putObject("failed")
                    .put("command", name(command))
                    .put("exitCode", code)
                    .put("message", shown);
            PrintWriter out = command.getOut();
            out.println(failure.toPrettyString());
            out.flush();
        } else {
            PrintWriter err = command.getErr();
            err.println(Colours.error(command, name(command) + ": " + shown) + hint);
            err.flush();
        }
        return code;
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    private static String meant(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return "";
        }
        var spec = wrong.getCommandLine().getCommandSpec();
        String given = unmatched.getUnmatched().get(0);
        String near = Nearest.of(
                given,
                given.startsWith("-")
                        ? spec.optionsMap().keySet()
                        : spec.subcommands().keySet());
        return near == null ? "" : "; did you mean " + near + "?";
    }
}
