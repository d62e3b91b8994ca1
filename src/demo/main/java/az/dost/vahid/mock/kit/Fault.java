package az.dost.vahid.mock.kit;

/** What a mock agency can be told to do wrong. */
public enum Fault {
    NONE,
    DELAY,
    HANG,
    RESET,
    HTTP_500,
    SOAP_FAULT,
    TRUNCATED,
    GARBAGE,
    HUGE,
    WRONG_SIGNATURE,
    NO_SIGNATURE,
    EXPIRED_CERTIFICATE,
    OTHER_CITIZEN,
    REPLAYED
}
