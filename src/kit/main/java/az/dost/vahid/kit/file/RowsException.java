package az.dost.vahid.kit.file;

/** A file of rows cannot be understood. The message says where, and what to change; it holds no value of a row. */
public final class RowsException extends RuntimeException {
    RowsException(String message) {
        super(message);
    }

    RowsException(String message, Throwable cause) {
        super(message, cause);
    }
}
