package az.dost.vahid.journeys.exchange;

import az.dost.vahid.xroad.FaultCode;

/** The exchange itself refuses or fails; the provider's own errors are passed through instead. */
final class ExchangeFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final FaultCode code;

    /** @param message for the caller: what is wrong and what to do, without any value of the request */
    ExchangeFault(FaultCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    FaultCode code() {
        return code;
    }
}
