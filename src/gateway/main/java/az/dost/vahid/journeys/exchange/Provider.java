package az.dost.vahid.journeys.exchange;

import az.dost.vahid.journeys.exchange.service.Service;
import az.dost.vahid.xroad.FaultCode;
import az.dost.vahid.xroad.RequestHash.Header;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Passes a call to its provider and takes the head of the answer. HttpComponents' client is called itself: Camel's
 * component for it joins headers that are there several times and writes addresses anew.
 */
public final class Provider {
    /** @throws ExchangeFault NETWORK_ERROR */
    public void call(Exchange exchange) {
        Passage passage = Passage.of(exchange);
        Service service = passage.version;
        HttpUriRequestBase request = new HttpUriRequestBase(passage.verb, service.address());
        request.setPath(service.address().getRawPath() + passage.rest);
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.ofSeconds(5))
                .setResponseTimeout(Timeout.ofMilliseconds(service.definition().timeoutMs()))
                .build());
        passage.headers.forEach(header -> request.addHeader(header.name(), header.value()));
        Header credential = service.connection().credential();
        if (credential != null) {
            request.setHeader(credential.name(), credential.value());
        }
        try {
            if (!passage.sent.open() || passage.sent.length() > 0) {
                // Closing the client's stream would otherwise end a broken body as if it were complete.
                passage.sent.cutting(request::cancel);
                request.setEntity(new InputStreamEntity(passage.sent, passage.sentLength, null));
            }
            ClassicHttpResponse response =
                    service.connection().client().executeOpen(host(service.address()), request, null);
            exchange.getExchangeExtension().addOnCompletion(new Closing(passage, request, response));
            take(passage, response);
        } catch (IOException e) {
            throw new ExchangeFault(
                    FaultCode.NETWORK_ERROR, "The provider cannot be reached, or did not answer in time.");
        }
    }

    private static HttpHost host(URI address) {
        return new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    }

    private static void take(Passage passage, ClassicHttpResponse response) throws IOException {
        passage.answeredAt = Instant.now();
        passage.status = response.getCode();
        List<Header> headers = new ArrayList<>();
        response.headerIterator()
                .forEachRemaining(header -> headers.add(new Header(header.getName(), header.getValue())));
        passage.answerHeaders = List.copyOf(headers);
        passage.content = response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
    }

    /** Gives the connection back where the answer was read to its end, else breaks it off. */
    private static final class Closing extends SynchronizationAdapter {
        private final Passage passage;
        private final HttpUriRequestBase request;
        private final ClassicHttpResponse response;

        Closing(Passage passage, HttpUriRequestBase request, ClassicHttpResponse response) {
            this.passage = passage;
            this.request = request;
            this.response = response;
        }

        @Override
        public void onDone(Exchange exchange) {
            if (passage.answer == null || passage.answer.sha512() == null) {
                // Closing alone would read on to the end.
                request.cancel();
            }
            try {
                response.close();
            } catch (IOException e) {
                // It is closed either way.
            }
        }
    }
}
