package az.dost.vahid.sources.agency.wire;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.TraceParent;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.CallAddress;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AuthKind;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.sources.agency.call.AgencyException;
import az.dost.vahid.sources.agency.call.Conversation;
import az.dost.vahid.sources.agency.call.Requests;
import az.dost.vahid.sources.agency.call.Tokens;
import az.dost.vahid.sources.agency.call.Wire;
import java.net.URI;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** HTTP, with or without a SOAP envelope: what is told by headers and status. */
public final class HttpWire implements Wire {
    private final Connector connector;
    private final URI endpoint;
    private final Requests requests;
    private final Tokens tokens;
    private final String apiKey;
    /** Null where it is always the same. */
    private final CallAddress address;

    private final FreshReply fresh;

    /**
     * @param tokens null unless the agency wants one
     * @param secret of the connector's auth, null when it has none
     */
    public HttpWire(Connector connector, URI endpoint, Requests requests, Tokens tokens, String secret) {
        this.connector = connector;
        this.endpoint = endpoint;
        this.requests = requests;
        this.tokens = tokens;
        this.apiKey = connector.auth().kind() == AuthKind.API_KEY ? secret : null;
        this.address = connector.call().address();
        this.fresh = new FreshReply(connector);
    }

    @Override
    public void ask(Message message, Conversation conversation) {
        message.removeHeaders("*");
        message.setHeader("Accept", connector.call().accept());
        message.setHeader("X-Request-Id", conversation.requestId);
        TraceParent trace = connector.call().traceparent() ? conversation.trace() : null;
        if (trace != null) {
            message.setHeader("traceparent", trace.header());
        }
        if (tokens != null) {
            message.setHeader("Authorization", "Bearer " + tokens.value());
        } else if (apiKey != null) {
            message.setHeader(connector.auth().header(), apiKey);
        }
        if (connector.call().finHeader() != null) {
            message.setHeader(connector.call().finHeader(), conversation.question.fin());
        }
        if (conversation.pollAt != null) {
            message.setHeader(Exchange.HTTP_METHOD, "GET");
            message.setBody(null);
            return;
        }
        byte[] body = requests.next(conversation);
        if (connector.call().soap()) {
            soapHeaders(message);
        } else if (body != null) {
            message.setHeader(Exchange.CONTENT_TYPE, connector.call().contentType());
        }
        if (connector.call().headers() != null) {
            connector
                    .call()
                    .headers()
                    .forEach((name, value) -> message.setHeader(name, Requests.filled(value, conversation)));
        }
        fresh.ask(message);
        conversation.address = address == null ? null : address.filled(name -> Requests.value(name, conversation));
        message.setHeader(Exchange.HTTP_METHOD, connector.call().method());
        message.setBody(body);
    }

    private void soapHeaders(Message message) {
        String action =
                connector.call().soapAction() == null ? "" : connector.call().soapAction();
        if (connector.call().soapVersion().equals("1.2")) {
            message.setHeader("Accept", "application/soap+xml, multipart/related");
            message.setHeader(
                    Exchange.CONTENT_TYPE,
                    "application/soap+xml; charset=UTF-8" + (action.isEmpty() ? "" : "; action=\"" + action + "\""));
        } else {
            message.setHeader("Accept", "text/xml, multipart/related");
            message.setHeader(Exchange.CONTENT_TYPE, "text/xml; charset=UTF-8");
            message.setHeader("SOAPAction", "\"" + action + "\"");
        }
    }

    @Override
    public Reply take(Message message, Conversation conversation) {
        int status = status(message);
        Connector.Poll poll = connector.call().poll();
        if (poll != null && status == poll.status()) {
            accepted(conversation, message, poll);
            return null;
        }
        checkStatus(status);
        fresh.check(message, conversation);
        return reply(message);
    }

    /** Whatever the status. */
    Reply reply(Message message) {
        return new Reply(
                body(message),
                message.getHeader(Exchange.CONTENT_TYPE, String.class),
                message.getHeader(connector.proof().header(), String.class));
    }

    private void accepted(Conversation conversation, Message message, Connector.Poll poll) {
        String location = message.getHeader("Location", String.class);
        URI at = location == null ? conversation.pollAt : resolved(location);
        // An answer may not send the gateway to another host.
        if (at == null
                || at.getRawPath() == null
                || at.getRawPath().isEmpty()
                || !endpoint.getAuthority().equals(at.getAuthority())
                || !endpoint.getScheme().equals(at.getScheme())) {
            throw new ProofException(Reason.MALFORMED, "The agency promises its answer at no address of its own");
        }
        if (++conversation.polls > poll.maxAttempts()) {
            throw new AgencyException(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME);
        }
        conversation.pollAt = at;
    }

    /** Null for what is no address: whoever says why would say it whole, and it may name the citizen. */
    private URI resolved(String location) {
        try {
            return endpoint.resolve(location);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void checkStatus(int status) {
        if (connector.call().okStatus().contains(status)) {
            return;
        }
        throw status == 401 || status == 403
                ? refused()
                : new AgencyException(Verdict.UNAVAILABLE, Reason.AGENCY_ERROR);
    }

    /** For an agency that does not take the gateway's credentials, among them a token that may be renewed. */
    AgencyException refused() {
        if (tokens != null) {
            tokens.forget();
        }
        return new AgencyException(Verdict.NOT_AUTHORISED, Reason.CREDENTIALS_REFUSED);
    }

    public static int status(Message message) {
        return message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    }

    public static byte[] body(Message message) {
        byte[] body = message.getBody(byte[].class);
        return body == null ? new byte[0] : body;
    }
}
