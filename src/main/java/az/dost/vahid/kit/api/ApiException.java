package az.dost.vahid.kit.api;

/** An API's file cannot be used; the message says where, and what to do. */
public final class ApiException extends RuntimeException {
    ApiException(String message) {
        super(message);
    }
}
