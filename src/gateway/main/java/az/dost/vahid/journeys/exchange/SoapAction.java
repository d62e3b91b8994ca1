package az.dost.vahid.journeys.exchange;

import az.dost.vahid.xroad.FaultCode;
import java.util.Locale;

/**
 * Many providers choose the operation by the header SOAPAction, or by Action of WS-Addressing: it must not be another
 * than the one that was granted.
 */
final class SoapAction {
    /**
     * @param action in quotes or not; null for none
     * @throws ExchangeFault when its last word is another than the service's code
     */
    static void check(String action, String code) {
        String name = action == null
                ? ""
                : action.strip().replaceFirst("^\"(.*)\"$", "$1").strip();
        String last = name.substring(
                        Math.max(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#')), name.lastIndexOf(':')) + 1)
                .toLowerCase(Locale.ROOT);
        String own = code.toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !last.equals(own) && !last.equals(own + "request")) {
            throw new ExchangeFault(
                    FaultCode.INVALID_SOAP, "The action must be empty, or end with the service's code.");
        }
    }

    private SoapAction() {}
}
