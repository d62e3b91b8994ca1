package az.dost.vahid.exchange;

import org.apache.camel.Exchange;

/** How much a provider's service can take, by its file: what is over it is refused, and takes no place from calls of other providers. */
public final class ProviderLimits {
    /** The service that is called, of whichever version. */
    public String service(Exchange exchange) {
        return Passage.of(exchange).service.toString();
    }

    /** Calls begun in a second. */
    public int perSecond(Exchange exchange) {
        return Passage.of(exchange).version.definition().ratePerSecond();
    }

    /** Calls under way. */
    public int atOnce(Exchange exchange) {
        return Passage.of(exchange).version.definition().maxConcurrent();
    }
}
