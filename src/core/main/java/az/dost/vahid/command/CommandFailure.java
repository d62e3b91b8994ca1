package az.dost.vahid.command;

/**
 * A command cannot do what it was asked: exit code 1. The message says what happened and what to do, and is all that is
 * told.
 */
public final class CommandFailure extends RuntimeException {
    public CommandFailure(String message) {
        super(message);
    }
}
