package az.dost.vahid.edge.start;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.problem.StartException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.context.config.ConfigDataNotFoundException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Why a start failed, in one line that says what to change; definitions and settings have one line each. Whoever starts
 * processes learns by the exit code whether another start may come to something else.
 */
public final class StartFault {
    private static final String VAHID = "az.dost.vahid.";
    private static final int OTHER = 1;

    /** {@link StartException#WRONG}, {@link StartException#NOT_YET}, or 1 where it is not known. */
    public static int exitCode(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartException told) {
                return told.exitCode();
            }
            if (cause instanceof PortInUseException) {
                // As by the process before, which ends.
                return StartException.NOT_YET;
            }
            if (cause instanceof DefinitionException || others(cause) != null) {
                return StartException.WRONG;
            }
        }
        return OTHER;
    }

    static String of(Throwable failure) {
        for (Function<Throwable, String> known :
                List.<Function<Throwable, String>>of(StartFault::told, StartFault::others, StartFault::own)) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                String told = known.apply(cause);
                if (told != null) {
                    return told;
                }
            }
        }
        return unknown(failure);
    }

    /** Null for what nobody wrote for the one who starts it. */
    private static String told(Throwable cause) {
        return cause instanceof StartException || cause instanceof DefinitionException ? cause.getMessage() : null;
    }

    /** What Vahid's own classes say; null for others, and for what only wraps another. */
    private static String own(Throwable cause) {
        boolean own = cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith(VAHID);
        boolean wraps = cause instanceof UncheckedIOException
                || cause.getClass().getName().startsWith("org.springframework.");
        return own && !wraps ? cause.getMessage() : null;
    }

    /** Null for what says nothing by itself. */
    private static String others(Throwable cause) {
        if (cause instanceof PortInUseException port) {
            return "Port " + port.getPort() + " is taken: set server.port to another one";
        }
        if (cause instanceof ConfigDataNotFoundException file) {
            return "A file of settings is not there: " + file.getReferenceDescription();
        }
        if (cause instanceof MarkedYAMLException yaml) {
            // Its message has the line, which may hold a password.
            return "A file of settings is no YAML: " + yaml.getProblem()
                    + (yaml.getProblemMark() == null
                            ? ""
                            : ", line " + (yaml.getProblemMark().getLine() + 1) + ", column "
                                    + (yaml.getProblemMark().getColumn() + 1));
        }
        if (cause instanceof BindException bind) {
            return bind.getName() + ": is not of its kind (it should be "
                    + bind.getTarget().getType() + ")";
        }
        return null;
    }

    private static String unknown(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null
                ? ""
                : ": " + root.getMessage().lines().findFirst().orElse("");
        return root.getClass().getSimpleName() + message + ". The whole trace: java -D" + StartFailureReport.TRACE
                + "=true";
    }

    private StartFault() {}
}
