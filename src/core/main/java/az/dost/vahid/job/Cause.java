package az.dost.vahid.job;

import az.dost.vahid.logging.PlainText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What went wrong, for a line of a log. */
public final class Cause {
    private static final int DEEPEST = 5;
    private static final int LONGEST = 200;

    /**
     * A cause and what is behind it, one line: classes and the first lines of their messages. A database's message goes
     * on with values of rows, which are left out.
     */
    public static String told(Throwable cause) {
        List<String> told = new ArrayList<>();
        for (Throwable one = cause; one != null && told.size() < DEEPEST; one = one.getCause()) {
            String message = one.getMessage() == null
                    ? ""
                    : PlainText.of(one.getMessage().lines().findFirst().orElse(""));
            String state = one instanceof SQLException sql && sql.getSQLState() != null ? " " + sql.getSQLState() : "";
            told.add(one.getClass().getSimpleName()
                    + state
                    + (message.isEmpty() ? "" : ": " + message.substring(0, Math.min(message.length(), LONGEST))));
        }
        return String.join(" < ", told);
    }

    private Cause() {}
}
