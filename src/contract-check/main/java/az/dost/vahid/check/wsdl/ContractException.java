package az.dost.vahid.check.wsdl;

/** A contract cannot be read; the message says where, and what to do. It may have several lines. */
public final class ContractException extends RuntimeException {
    public ContractException(String message) {
        super(message);
    }

    ContractException(String message, Throwable cause) {
        super(message, cause);
    }
}
