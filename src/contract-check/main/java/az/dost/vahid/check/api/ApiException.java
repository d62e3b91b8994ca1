package az.dost.vahid.check.api;

/** An API's file cannot be used; the message says where, and what to do, in signs that a terminal only shows. */
public final class ApiException extends RuntimeException {
    ApiException(String message) {
        super(message.replaceAll("[\\p{C}&&[^\\n]]", "?"));
    }
}
