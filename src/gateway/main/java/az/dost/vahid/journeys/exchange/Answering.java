package az.dost.vahid.journeys.exchange;

import az.dost.vahid.xroad.FaultCode;
import az.dost.vahid.xroad.RequestHash.Header;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;
import org.eclipse.jetty.ee11.servlet.ServletApiRequest;
import org.eclipse.jetty.ee11.servlet.ServletApiResponse;
import org.eclipse.jetty.server.Response;

/** Gives a provider's answer to the client: its end is recorded before its last block goes out. */
final class Answering {
    private static final Set<String> REPLACED = Set.of("content-type", "date");
    private static final Set<String> SET_HERE = Set.of("x-road-id", "x-road-client");
    private final ExchangeRecord record;
    private final int mostKept;

    /** @param mostKept bytes of a body that are kept for the record */
    Answering(ExchangeRecord record, int mostKept) {
        this.record = record;
        this.mostKept = mostKept;
    }

    /** Sees to it that a call that breaks off has an end in the record. */
    void endRecorded(Exchange exchange, Passage passage) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                record.abandoned(passage);
            }
        });
    }

    /** @param added headers beside the provider's */
    void answer(Exchange exchange, List<Header> added) throws IOException {
        Passage passage = Passage.of(exchange);
        passage.answer = new PassingBody(passage.content, mostKept, FaultCode.NETWORK_ERROR)
                .granted(() -> passage.granted.getAsBoolean())
                .ending(body -> record.passed(passage))
                .cutting(() -> cut(passage.request));
        boolean whole = passage.answer.open();
        head(passage, added, whole);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, passage.status);
        // What is whole already has been recorded, and cannot fail any more.
        message.setBody(!whole ? passage.answer : passage.answer.length() == 0 ? null : passage.answer.whole());
    }

    private static void head(Passage passage, List<Header> added, boolean whole) {
        XRoadHeaders.passed(passage.answerHeaders).stream()
                .filter(header -> !SET_HERE.contains(header.name().toLowerCase(Locale.ROOT)))
                .forEach(header -> add(passage.response, header));
        added.forEach(header -> passage.response.setHeader(header.name(), header.value()));
        String length = passage.answerHeaders.stream()
                .filter(header -> header.name().equalsIgnoreCase("content-length"))
                .map(Header::value)
                .findFirst()
                .orElse(null);
        if (length != null) {
            passage.response.setHeader("Content-Length", length);
        } else if (whole && passage.answer.length() > 0) {
            passage.response.setContentLengthLong(passage.answer.length());
        }
    }

    /** Breaks the client's connection: an answer without a stated length would otherwise end as if it were complete. */
    private static void cut(HttpServletRequest request) {
        if (OpaqueRequest.original(request) instanceof ServletApiRequest jetty) {
            jetty.getRequest()
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close();
        }
    }

    /**
     * Headers of an answer, value for value: the servlet API writes types of content in a spelling of its own, and the
     * server its own date.
     */
    private static void add(HttpServletResponse response, Header header) {
        if (!REPLACED.contains(header.name().toLowerCase(Locale.ROOT))) {
            response.addHeader(header.name(), header.value());
            return;
        }
        ServletResponse inner = response;
        while (inner instanceof ServletResponseWrapper wrapper) {
            inner = wrapper.getResponse();
        }
        if (inner instanceof ServletApiResponse jetty && jetty.getResponse() instanceof Response.Wrapper below) {
            below.getWrapped().getHeaders().put(header.name(), header.value());
        } else {
            response.setHeader(header.name(), header.value());
        }
    }
}
