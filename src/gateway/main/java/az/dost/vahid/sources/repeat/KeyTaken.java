package az.dost.vahid.sources.repeat;

import java.sql.SQLException;

/**
 * Another request came first under this key: nothing of the transaction may stand. To the record's writer it is what a
 * unique key is that is there already.
 */
public final class KeyTaken extends SQLException {
    private static final String UNIQUE_VIOLATION = "23505";

    KeyTaken() {
        super("Another request came first under this key", UNIQUE_VIOLATION);
    }

    /** Whether that is why something was not kept. */
    public static boolean in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeyTaken) {
                return true;
            }
        }
        return false;
    }
}
