package az.dost.vahid.agency;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AuthKind;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.problem.Reason;
import az.dost.vahid.signature.CryptoProvider;
import az.dost.vahid.signature.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The steps of a call to one agency by one version of its connector. */
final class AgencyCall {
    private final Connector connector;
    private final Requests requests;
    private final Replies replies;
    private final Tokens tokens;
    private final Answers answers;
    private final CryptoProvider crypto;
    private final String signer;
    private final String apiKey;
    private final URI endpoint;
    private final Mapping more;
    private final String version;

    AgencyCall(ConnectorFolder folder, URI endpoint, Requests requests, Replies replies, Answers answers, CryptoProvider crypto,
            String signer, String secret) {
        this.connector = folder.connector();
        this.version = folder.version();
        this.endpoint = endpoint;
        this.requests = requests;
        this.replies = replies;
        this.answers = answers;
        this.crypto = crypto;
        this.signer = signer;
        this.apiKey = connector.auth().kind() == AuthKind.API_KEY ? secret : null;
        this.tokens = connector.auth().kind() == AuthKind.OAUTH2 ? new Tokens(connector.auth(), secret) : null;
        this.more = connector.call().paging() == null ? null : Mapping.compile(connector.call().paging().more());
    }

    void admit(Exchange exchange) {
        answers.admit(exchange, connector);
    }

    boolean needsToken() {
        return tokens != null && tokens.needed();
    }

    void askToken(Exchange exchange) {
        tokens.ask(exchange.getMessage());
    }

    void takeToken(Exchange exchange) {
        tokens.take(status(exchange.getMessage()), body(exchange.getMessage()));
    }

    boolean unfinished(Exchange exchange) {
        return !Conversation.of(exchange).finished;
    }

    /** Milliseconds to wait before the next request. */
    long pause(Exchange exchange) {
        return Conversation.of(exchange).pollAt == null ? 0 : connector.call().poll().intervalMs();
    }

    void ask(Exchange exchange) {
        Conversation conversation = Conversation.of(exchange);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader("Accept", connector.call().accept());
        message.setHeader("X-Request-Id", conversation.requestId);
        if (tokens != null) {
            message.setHeader("Authorization", "Bearer " + tokens.value());
        } else if (apiKey != null) {
            message.setHeader(connector.auth().header(), apiKey);
        }
        if (conversation.pollAt != null) {
            message.setHeader(Exchange.HTTP_URI, conversation.pollAt.toString());
            message.setHeader(Exchange.HTTP_METHOD, "GET");
            message.setBody(null);
            return;
        }
        if (connector.call().soapVersion() != null) {
            soapHeaders(message);
        } else {
            message.setHeader(Exchange.CONTENT_TYPE, connector.call().contentType());
        }
        message.setHeader(Exchange.HTTP_METHOD, connector.call().method());
        message.setBody(requests.next(conversation));
    }

    private void soapHeaders(Message message) {
        String action = connector.call().soapAction() == null ? "" : connector.call().soapAction();
        if (connector.call().soapVersion().equals("1.2")) {
            message.setHeader("Accept", "application/soap+xml");
            message.setHeader(Exchange.CONTENT_TYPE, "application/soap+xml; charset=UTF-8; action=\"" + action + "\"");
        } else {
            message.setHeader("Accept", "text/xml");
            message.setHeader(Exchange.CONTENT_TYPE, "text/xml; charset=UTF-8");
            message.setHeader("SOAPAction", "\"" + action + "\"");
        }
    }

    /** Proves and reads one reply: the answer, a page of it, or a promise of it. */
    void take(Exchange exchange) {
        Conversation conversation = Conversation.of(exchange);
        Message message = exchange.getMessage();
        int status = status(message);
        Connector.Poll poll = connector.call().poll();
        if (poll != null && status == poll.status()) {
            accepted(conversation, message, poll);
            return;
        }
        checkStatus(status);
        byte[] body = body(message);
        String detached = message.getHeader(connector.proof().header(), String.class);
        JsonNode tree = replies.read(body, detached, conversation);
        conversation.evidence.add(new Evidence(UUID.randomUUID(), body, message.getHeader(Exchange.CONTENT_TYPE, String.class),
                detached, "sha-256:" + HexFormat.of().formatHex(crypto.sha256(body)), signer, version));
        page(conversation, tree);
    }

    private void accepted(Conversation conversation, Message message, Connector.Poll poll) {
        String location = message.getHeader("Location", String.class);
        URI at = location == null ? conversation.pollAt : endpoint.resolve(location);
        // An answer may not send the gateway to another host.
        if (at == null || !endpoint.getAuthority().equals(at.getAuthority()) || !endpoint.getScheme().equals(at.getScheme())) {
            throw new ProofException(Reason.MALFORMED, "The agency promises its answer at no address of its own");
        }
        if (++conversation.polls > poll.maxAttempts()) {
            throw new AgencyException(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME);
        }
        conversation.pollAt = at;
    }

    private void checkStatus(int status) {
        if (connector.call().okStatus().contains(status)) {
            return;
        }
        if (status == 401 || status == 403) {
            if (tokens != null) {
                tokens.forget();
            }
            throw new AgencyException(Verdict.NOT_AUTHORISED, Reason.CREDENTIALS_REFUSED);
        }
        throw new AgencyException(Verdict.UNAVAILABLE, Reason.AGENCY_ERROR);
    }

    private void page(Conversation conversation, JsonNode tree) {
        Connector.Paging paging = connector.call().paging();
        if (paging != null && conversation.tree != null) {
            if (conversation.tree.at(paging.items()) instanceof ArrayNode all && tree.at(paging.items()) instanceof ArrayNode next) {
                all.addAll(next);
            } else {
                throw new ProofException(Reason.MALFORMED, "A page has no list where the connector says");
            }
        } else {
            conversation.tree = tree;
        }
        boolean another = more != null && more.apply(tree).asBoolean();
        if (another && ++conversation.page > paging.maxPages()) {
            throw new ProofException(Reason.TOO_LONG, "The answer has more pages than the connector allows");
        }
        conversation.finished = !another;
    }

    void answer(Exchange exchange) {
        answers.answer(exchange, connector);
    }

    private static int status(Message message) {
        return message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    }

    private static byte[] body(Message message) {
        byte[] body = message.getBody(byte[].class);
        return body == null ? new byte[0] : body;
    }
}
