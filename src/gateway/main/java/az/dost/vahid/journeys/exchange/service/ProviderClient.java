package az.dost.vahid.journeys.exchange.service;

import az.dost.vahid.xroad.RequestHash.Header;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * How one provider is reached.
 *
 * @param credential header with the gateway's key at this provider, null where it needs none
 */
public record ProviderClient(CloseableHttpClient client, Header credential) {}
