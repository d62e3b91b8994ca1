package az.dost.vahid.journeys.event;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.util.Timeout;

/**
 * Looks from here whether somebody answers at a webhook: one HEAD, which has no body to wait for, by the connections
 * that events go out by. It follows nobody elsewhere.
 */
public final class WebhookProbe {
    private static final int ANSWER_SECONDS = 5;
    private static final int LONGEST_SECONDS = 10;
    private final WebhookAddresses addresses;

    WebhookProbe(WebhookAddresses addresses) {
        this.addresses = addresses;
    }

    /**
     * What came of it. @param status that was answered; 0 for none. @param why nobody answered; null where somebody did
     */
    public record Seen(int status, String why) {}

    /** What is wrong with an address as a webhook, in words. */
    public Optional<String> doubt(String address) {
        return addresses.fault(address);
    }

    /** @param address of which there is no {@link #doubt} */
    public Seen look(String address) {
        HttpHead head = new HttpHead(address);
        // Whoever trickles his head would hold a worker.
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS).execute(head::cancel);
        try (CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(addresses.connections(1))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.ofSeconds(ANSWER_SECONDS))
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .build()) {
            return new Seen(client.execute(head, response -> response.getCode()), null);
        } catch (UnknownHostException e) {
            return new Seen(0, "Its host is not known here.");
        } catch (SSLException e) {
            return new Seen(0, "TLS did not come about with it.");
        } catch (InterruptedIOException e) {
            return new Seen(0, "No answer came in time.");
        } catch (IOException e) {
            return new Seen(0, "No connection came about.");
        }
    }
}
