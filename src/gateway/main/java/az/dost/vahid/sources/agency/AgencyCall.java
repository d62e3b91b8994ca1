package az.dost.vahid.sources.agency;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.sources.agency.call.Answers;
import az.dost.vahid.sources.agency.call.Conversation;
import az.dost.vahid.sources.agency.call.Replies;
import az.dost.vahid.sources.agency.call.Tokens;
import az.dost.vahid.sources.agency.call.Wire;
import az.dost.vahid.sources.agency.wire.HttpWire;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;

/** The steps of a call to one agency by one version of its connector. */
public final class AgencyCall {
    private final Connector connector;
    private final Wire wire;
    private final Replies replies;
    private final Tokens tokens;
    private final Answers answers;
    private final CryptoProvider crypto;
    private final String signer;
    private final Mapping more;
    /** Where a page has its list; null where answers have no pages. */
    private final JsonPointer items;

    private final String version;

    /** @param tokens null unless the agency wants one */
    AgencyCall(
            ConnectorFolder folder,
            Wire wire,
            Tokens tokens,
            Replies replies,
            Answers answers,
            CryptoProvider crypto,
            String signer) {
        this.connector = folder.connector();
        this.version = folder.version();
        this.wire = wire;
        this.tokens = tokens;
        this.replies = replies;
        this.answers = answers;
        this.crypto = crypto;
        this.signer = signer;
        Connector.Paging paging = connector.call().paging();
        this.more = paging == null ? null : Mapping.compile(paging.more());
        this.items = paging == null ? null : JsonPointer.compile(paging.items());
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
        tokens.take(HttpWire.status(exchange.getMessage()), HttpWire.body(exchange.getMessage()));
    }

    boolean unfinished(Exchange exchange) {
        return !Conversation.of(exchange).finished;
    }

    /** Milliseconds to wait before the next request. */
    long pause(Exchange exchange) {
        return Conversation.of(exchange).pollAt == null
                ? 0
                : connector.call().poll().intervalMs();
    }

    void ask(Exchange exchange) {
        wire.ask(exchange.getMessage(), Conversation.of(exchange));
    }

    /** Proves and reads one reply: the answer, a page of it, or a promise of it. */
    void take(Exchange exchange) {
        Conversation conversation = Conversation.of(exchange);
        if (conversation.thrown != null) {
            throw RuntimeCamelException.wrapRuntimeCamelException(conversation.thrown);
        }
        Wire.Reply reply = wire.take(exchange.getMessage(), conversation);
        if (reply == null) {
            return;
        }
        JsonNode tree = replies.read(reply, conversation);
        conversation.evidence.add(new Evidence(
                UUID.randomUUID(),
                reply.body(),
                reply.mediaType(),
                reply.detached(),
                "sha-256:" + HexFormat.of().formatHex(crypto.sha256(reply.body())),
                signer,
                version));
        page(conversation, tree);
    }

    /** Kept before anything is looked at: also what breaks off later may be about another citizen. */
    private void page(Conversation conversation, JsonNode tree) {
        Connector.Paging paging = connector.call().paging();
        boolean later = paging != null && conversation.tree != null;
        if (later) {
            conversation.laterPages.add(tree);
        } else {
            conversation.tree = tree;
        }
        if (later && !(conversation.tree.at(items) instanceof ArrayNode && tree.at(items) instanceof ArrayNode)) {
            throw new ProofException(Reason.MALFORMED, "A page has no list where the connector says");
        }
        // By what the page itself has: with the items of those before it, a rule over their number would never end.
        boolean another = more != null && more.apply(tree).asBoolean();
        if (later) {
            ArrayNode all = ((ArrayNode) conversation.tree.at(items)).addAll((ArrayNode) tree.at(items));
            ((ObjectNode) tree.at(items.head())).set(items.last().getMatchingProperty(), all);
        }
        if (another && ++conversation.page > paging.maxPages()) {
            throw new ProofException(Reason.TOO_LONG, "The answer has more pages than the connector allows");
        }
        conversation.finished = !another;
    }

    void answer(Exchange exchange) {
        answers.answer(exchange, connector);
    }
}
