package az.dost.vahid.problem;

/** The start cannot go on; the message is one line that says what to change. */
public final class StartException extends RuntimeException {
    /** Something is set wrongly, and the next start would say the same. {@code EX_CONFIG} of sysexits. */
    public static final int WRONG = 78;
    /** Something is not there yet, and another start may find it. {@code EX_TEMPFAIL} of sysexits. */
    public static final int NOT_YET = 75;

    private final int exitCode;

    /** Something is set wrongly. */
    public StartException(String message) {
        this(message, null);
    }

    /** Something is set wrongly. */
    public StartException(String message, Throwable cause) {
        this(message, cause, WRONG);
    }

    private StartException(String message, Throwable cause, int exitCode) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Something that may come by itself is not there. */
    public static StartException notYet(String message) {
        return new StartException(message, null, NOT_YET);
    }

    /** What the process that could not be started gives to whoever started it. */
    public int exitCode() {
        return exitCode;
    }
}
