package az.dost.vahid.bench;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AnswerTo;
import az.dost.vahid.connector.Connector.AuthKind;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.sources.agency.call.Conversation;
import az.dost.vahid.sources.agency.call.Replies;
import az.dost.vahid.sources.agency.call.Requests;
import az.dost.vahid.sources.agency.call.Tokens;
import az.dost.vahid.sources.agency.call.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What is said to one agency and read from it, by the gateway's own requests, proofs and mapping, however it is
 * carried.
 */
public final class Talk {
    private final Connector connector;
    private final Requests requests;
    private final Replies replies;
    private final Mapping mapping;
    private final Mapping more;
    private final CryptoProvider crypto;
    private final String signer;
    private final String version;
    private final String secret;
    private final URI endpoint;
    private final Tokens tokens;

    public Talk(
            ConnectorFolder folder,
            UnaryOperator<String> settings,
            GatewayKeys keys,
            PinnedCertificate pinned,
            CryptoProvider crypto) {
        this.connector = folder.connector();
        this.mapping = folder.mapping();
        this.crypto = crypto;
        this.signer = pinned.signer();
        this.version = folder.version();
        this.endpoint = URI.create(settings.apply("vahid.endpoints." + connector.endpoint()));
        this.secret = connector.auth().secret() == null
                ? null
                : settings.apply("vahid.secrets." + connector.auth().secret());
        this.requests = new Requests(folder, keys, crypto, secret);
        this.replies = new Replies(connector, pinned, crypto);
        this.more = connector.call().paging() == null
                ? null
                : Mapping.compile(connector.call().paging().more());
        this.tokens = connector.auth().kind() == AuthKind.OAUTH2 ? new Tokens(connector.auth(), secret) : null;
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Those that are the same for each request; a token is not among them. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        Connector.Call call = connector.call();
        String action = "\"" + (call.soapAction() == null ? "" : call.soapAction()) + "\"";
        if ("1.2".equals(call.soapVersion())) {
            headers.put("Content-Type", "application/soap+xml; charset=UTF-8; action=" + action);
        } else if (call.soapVersion() != null) {
            headers.put("Content-Type", "text/xml; charset=UTF-8");
            headers.put("SOAPAction", action);
        } else {
            headers.put("Content-Type", call.contentType());
            headers.put("Accept", call.accept());
        }
        if (connector.auth().kind() == AuthKind.API_KEY) {
            headers.put(connector.auth().header(), secret);
        }
        return headers;
    }

    public boolean needsToken() {
        return tokens != null && tokens.needed();
    }

    public void takeToken(int status, byte[] body) {
        tokens.take(status, body);
    }

    /** Null when the agency wants none. */
    public String authorization() {
        return tokens == null ? null : "Bearer " + tokens.value();
    }

    public Turn begin(Question question) {
        return new Turn(question);
    }

    /** One question until its answer. */
    public final class Turn {
        private final Conversation conversation;

        private Turn(Question question) {
            conversation = new Conversation(null, connector, question);
        }

        public String requestId() {
            return conversation.requestId;
        }

        public String fin() {
            return conversation.question.fin();
        }

        public long remainingMs() {
            return conversation.remainingMs();
        }

        /** Body of the next request. */
        public byte[] next() {
            return requests.next(conversation);
        }

        /** Proves and reads a reply, and keeps nothing of it. */
        public JsonNode read(byte[] body, String detached) {
            return replies.read(new Wire.Reply(body, null, detached), conversation);
        }

        /** Proves and reads a reply. */
        public void take(int status, byte[] body, String detached, String mediaType) {
            if (!connector.call().okStatus().contains(status) || body.length > conversation.maxReplyBytes) {
                throw new IllegalStateException("Agency " + connector.id() + " answered " + status);
            }
            take(replies.read(new Wire.Reply(body, mediaType, detached), conversation), body, detached, mediaType);
        }

        /** Takes a reply that has been proven and read elsewhere. */
        public void take(JsonNode tree, byte[] body, String detached, String mediaType) {
            conversation.evidence.add(new Evidence(
                    UUID.randomUUID(),
                    body,
                    mediaType,
                    detached,
                    "sha-256:" + HexFormat.of().formatHex(crypto.sha256(body)),
                    signer,
                    version));
            if (conversation.tree == null) {
                conversation.tree = tree;
            } else {
                String items = connector.call().paging().items();
                ((ArrayNode) conversation.tree.at(items)).addAll((ArrayNode) tree.at(items));
            }
            conversation.finished = more == null || !more.apply(tree).asBoolean();
            conversation.page++;
        }

        public boolean finished() {
            return conversation.finished;
        }

        /** The agency's row, after the checks of {@link az.dost.vahid.sources.agency.call.Answers}. */
        public SourceAnswer answer() {
            JsonNode mapped = mapping.apply(conversation.tree);
            if (!conversation.question.fin().equals(mapped.path("subject").asText())) {
                throw new ProofException(Reason.OTHER_CITIZEN, "The answer is about another citizen");
            }
            if (connector.proof().answerTo() == AnswerTo.REQUEST_ID
                    && !conversation.requestId.equals(mapped.path("requestId").asText())) {
                throw new ProofException(Reason.OTHER_REQUEST, "The answer belongs to another request");
            }
            Instant asOf = Instant.parse(mapped.path("asOf").asText());
            if (Duration.between(asOf, Instant.now()).abs().toSeconds()
                    > connector.proof().maxAgeSeconds()) {
                throw new ProofException(Reason.TOO_OLD, "The answer's own time is out of its bounds");
            }
            ObjectNode facts = declared(mapped.path("facts"));
            return new SourceAnswer(
                    connector.id(),
                    facts.isEmpty() ? Verdict.NO_RECORD : Verdict.ANSWERED,
                    null,
                    asOf,
                    conversation.elapsedMs(),
                    facts,
                    List.copyOf(conversation.evidence));
        }
    }

    private ObjectNode declared(JsonNode all) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        all.properties().forEach(fact -> {
            if ((connector.facts().contains(fact.getKey())
                            || connector.confirms().contains(fact.getKey()))
                    && !fact.getValue().isEmpty()) {
                facts.set(fact.getKey(), fact.getValue());
            }
        });
        return facts;
    }
}
