package az.dost.vahid.journeys.warm;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.check.rehearse.PlayedAgency;
import az.dost.vahid.check.rehearse.SampleAnswer;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.sources.agency.call.Admission;
import az.dost.vahid.sources.agency.call.Answers;
import az.dost.vahid.sources.agency.call.Conversation;
import az.dost.vahid.sources.agency.call.Replies;
import az.dost.vahid.sources.agency.call.Requests;
import az.dost.vahid.sources.agency.call.SourceSight;
import az.dost.vahid.sources.agency.call.Wire;
import az.dost.vahid.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/**
 * One agency without a network: a reply of its samples, proven with a played key, is read by the very classes that read
 * the agency's own, and a request is made and signed that nobody gets. Its breaker, places and metrics are its own.
 */
final class RehearsedAgency {
    private static final String REHEARSAL = "rehearsal";
    private final Connector connector;
    private final String version;
    private final Requests requests;
    private final Replies replies;
    private final Answers answers;
    private final PinnedCertificate signer;
    private final Parts parts;
    private final Question question;
    /** The request that the reply answers. */
    private final Conversation conversation;

    private final PlayedAgency.Answer reply;

    /** @throws RuntimeException when its samples cannot be played, as where the FIN travels in a header */
    RehearsedAgency(ConnectorFolder folder, SampleAnswer sample, Parts parts) {
        this.connector = folder.connector();
        this.version = folder.version();
        this.parts = parts;
        String header = connector.call().header();
        PlayedAgency agency = new PlayedAgency(
                connector,
                folder.text(connector.mapping()),
                folder.request(),
                header == null ? null : folder.text(header),
                List.of(sample),
                parts::key);
        signer = PinnedCertificate.of(agency.key().certificate(), parts.crypto());
        requests = new Requests(folder, parts.keys(), parts.crypto(), REHEARSAL);
        replies = new Replies(connector, signer, parts.crypto());
        answers = new Answers(
                connector.id(),
                new Admission(connector.id(), connector.maxConcurrent(), null),
                folder.mapping(),
                connector.facts(),
                parts.persons(),
                parts.check(),
                new SourceSight(new SimpleMeterRegistry(), Traces.OFF));
        question = new Question(
                sample.subject(), REHEARSAL, REHEARSAL, REHEARSAL, System.nanoTime() + TimeUnit.HOURS.toNanos(1));
        conversation = new Conversation(answers, connector, question);
        byte[] request = requests.next(conversation);
        reply = agency.answer(request == null ? new byte[0] : request, conversation.requestId, null);
    }

    /** Makes a request, and reads the reply. */
    SourceAnswer once(CamelContext context) {
        requests.next(new Conversation(answers, connector, question));
        String detached = reply.header() == null ? null : reply.header().getValue();
        conversation.tree = replies.read(new Wire.Reply(reply.body(), reply.mediaType(), detached), conversation);
        conversation.evidence.clear();
        conversation.evidence.add(evidence());
        Exchange exchange = new DefaultExchange(context);
        conversation.attach(exchange);
        answers.answer(exchange, connector);
        return exchange.getMessage().getBody(SourceAnswer.class);
    }

    /** The reply as it is kept, proven or not. */
    Evidence evidence() {
        return new Evidence(
                UUID.randomUUID(),
                reply.body(),
                reply.mediaType(),
                reply.header() == null ? null : reply.header().getValue(),
                "sha-256:" + HexFormat.of().formatHex(parts.crypto().sha256(reply.body())),
                signer.signer(),
                version);
    }
}
