package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.sources.agency.call.AgencyException;
import az.dost.vahid.sources.agency.call.Conversation;
import io.netty.handler.codec.CodecException;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.http.base.HttpHelper;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * One HTTP request and its answer, the exchange's message before and after. In a conversation it ends when its own time
 * or the lookup's is up, and its answer is cut off at the connector's limit. All of it happens in one event loop; the
 * exchange goes on there, or in {@link LongReplies}.
 */
final class HttpCall {
    private static final long NONE = -1;
    private final Exchange exchange;
    private final AsyncCallback callback;
    private final HeaderFilterStrategy filter;
    private final LongReplies longReplies;
    /** Null for an exchange that is in none: it has no bounds. */
    private final Conversation conversation;

    private final Buffer body = Buffer.buffer();
    private HttpClientRequest request;
    private long timer = NONE;
    private boolean ended;

    HttpCall(Exchange exchange, AsyncCallback callback, HeaderFilterStrategy filter, LongReplies longReplies) {
        this.exchange = exchange;
        this.callback = callback;
        this.filter = filter;
        this.longReplies = longReplies;
        this.conversation = Conversation.of(exchange);
    }

    /**
     * Calls back in any case.
     *
     * @param target host, port and URI
     */
    void send(HttpClient client, RequestOptions target) {
        try {
            ask(client, target);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void ask(HttpClient client, RequestOptions target) {
        Message message = exchange.getMessage();
        byte[] content = message.getBody(byte[].class);
        String method = message.getHeader(Exchange.HTTP_METHOD, content == null ? "GET" : "POST", String.class);
        // Nobody else learns whom the address may name.
        target.setMethod(HttpMethod.valueOf(method))
                .setHeaders(headers(message))
                .setFollowRedirects(false);
        if (conversation != null) {
            begin(target, content);
        }
        client.request(target).onSuccess(there -> ask(there, content)).onFailure(this::fail);
    }

    /** A time-out of Vert.x itself would begin anew with every byte of the answer. */
    private void begin(RequestOptions target, byte[] content) {
        long remaining = conversation.remainingMs();
        if (remaining <= 0) {
            throw new AgencyException(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME);
        }
        target.setConnectTimeout(remaining);
        timer = Vertx.currentContext()
                .owner()
                .setTimer(remaining, over -> stop(new AgencyException(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME)));
        conversation.answering = false;
        conversation.sentHeaders = target.getHeaders().entries();
        conversation.sentBody = content == null ? new byte[0] : content;
    }

    /** There is a connection. */
    private void ask(HttpClientRequest there, byte[] content) {
        request = there;
        if (ended) {
            there.reset();
        } else {
            (content == null ? there.send() : there.send(Buffer.buffer(content)))
                    .onSuccess(this::answering)
                    .onFailure(this::fail);
        }
    }

    private MultiMap headers(Message message) {
        MultiMap headers = HttpHeaders.headers();
        String type = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        if (type != null) {
            headers.add(Exchange.CONTENT_TYPE, type);
        }
        // By name: X-Road hashes headers in their order, which Camel's map does not promise.
        Map<String, Object> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(message.getHeaders());
        for (Map.Entry<String, Object> header : sorted.entrySet()) {
            if (!filter.applyFilterToCamelHeaders(header.getKey(), header.getValue(), exchange)) {
                headers.add(
                        header.getKey(),
                        exchange.getContext().getTypeConverter().convertTo(String.class, header.getValue()));
            }
        }
        return headers;
    }

    /** The head of the answer is there. */
    private void answering(HttpClientResponse response) {
        int limit = conversation == null ? Integer.MAX_VALUE : conversation.maxReplyBytes;
        if (conversation != null) {
            conversation.answering = true;
        }
        response.handler(part -> take(part, limit)).exceptionHandler(this::fail).endHandler(end -> answered(response));
    }

    private void take(Buffer part, int limit) {
        if (body.length() + part.length() > limit) {
            stop(new AgencyException(Verdict.REJECTED, Reason.TOO_LONG));
        } else {
            body.appendBuffer(part);
        }
    }

    private void answered(HttpClientResponse response) {
        if (ended) {
            return;
        }
        Message message = exchange.getMessage();
        // A header that the answer lacks must not be read from the request; without an answer it may go out once more.
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, response.statusCode());
        for (Map.Entry<String, String> header : response.headers()) {
            if (!filter.applyFilterToExternalHeaders(header.getKey(), header.getValue(), exchange)) {
                HttpHelper.appendHeader(message.getHeaders(), header.getKey(), header.getValue());
            }
        }
        message.setBody(body.getBytes());
        end();
    }

    /** Fails, and hangs up. */
    private void stop(AgencyException cause) {
        fail(cause);
        if (request != null) {
            request.reset();
        }
    }

    private void fail(Throwable cause) {
        if (!ended) {
            exchange.setException(
                    request != null && unreadable(cause)
                            ? new AgencyException(Verdict.REJECTED, Reason.MALFORMED)
                            : cause);
            end();
        }
    }

    /** An answer that is no HTTP. What says so repeats it, and the answer may repeat the address that was asked. */
    private static boolean unreadable(Throwable cause) {
        return cause instanceof IllegalArgumentException
                || cause instanceof CodecException && !(cause.getCause() instanceof IOException);
    }

    private void end() {
        ended = true;
        if (conversation != null) {
            Vertx.currentContext().owner().cancelTimer(timer);
        }
        if (conversation != null
                && exchange.getException() == null
                && (conversation.repliedBytes += body.length()) > LongReplies.LONG) {
            longReplies.goOn(exchange, conversation, callback);
        } else {
            callback.done(false);
        }
    }
}
