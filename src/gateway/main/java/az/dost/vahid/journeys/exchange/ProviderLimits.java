package az.dost.vahid.journeys.exchange;

import az.dost.vahid.proof.member.Share;
import org.apache.camel.Exchange;

/**
 * How much a provider's service can take of all gateways together, by its file: what is over it is refused, and takes
 * no place from calls of other providers.
 */
public final class ProviderLimits {
    private final Share share;

    ProviderLimits(Share share) {
        this.share = share;
    }

    /** The service that is called, of whichever version. */
    public String service(Exchange exchange) {
        return Passage.of(exchange).service.toString();
    }

    /** Calls begun in a second at this gateway. */
    public int perSecond(Exchange exchange) {
        return share.of(Passage.of(exchange).version.definition().ratePerSecond());
    }

    /** Calls under way at this gateway. */
    public int atOnce(Exchange exchange) {
        return share.of(Passage.of(exchange).version.definition().maxConcurrent());
    }
}
