package az.dost.vahid.journeys.exchange;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.journeys.exchange.service.ServiceDefinition.Protocol;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.xroad.FaultCode;
import az.dost.vahid.xroad.MemberId;
import az.dost.vahid.xroad.RequestHash;
import az.dost.vahid.xroad.ServiceId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/**
 * The gateway's own hashes and record of a call between members, for the application that it is measured against:
 * nobody is asked who he is.
 */
public final class LeanExchange {
    private static final int MOST_KEPT = 64 * 1024;
    private static final MemberId CLIENT = MemberId.of("AZ/GOV/dost/centre-1");
    private static final ServiceId SERVICE = ServiceId.of("AZ", "GOV", "stub", "register", "plain");
    private final ExchangeRecord record;
    private final Requester requester;

    public LeanExchange(ApplicationContext parts, String requester) {
        this.record = new ExchangeRecord(
                parts.getBean(ActRecord.class), parts.getBean(Bodies.class), parts.getBean(RowSeals.class));
        this.requester = parts.getBean(AccessPolicy.class).named(requester).orElseThrow();
    }

    /** A call that the record knows of. */
    public static final class Call {
        private final Passage passage;

        private Call(Passage passage) {
            this.passage = passage;
        }
    }

    /** Waits until it is durable that the call begins. */
    public Call begin(String target, byte[] body) throws IOException {
        Passage passage = new Passage(Protocol.REST, null, null);
        passage.requester = requester;
        passage.client = CLIENT;
        passage.service = SERVICE;
        passage.messageId = UUID.randomUUID().toString();
        passage.verb = "POST";
        passage.target = target;
        passage.headers = List.of(
                new RequestHash.Header("x-road-id", passage.messageId),
                new RequestHash.Header("x-road-request-id", passage.id.toString()));
        passage.sent = passed(body);
        RequestHash hash = new RequestHash(passage.verb, target, passage.headers);
        passage.requestHash = body.length == 0 ? hash.value() : hash.value(passage.sent.sha512());
        record.begin(passage);
        return new Call(passage);
    }

    /** Waits until it is durable what was answered. */
    public void end(Call call, int status, byte[] body) throws IOException {
        call.passage.answeredAt = Instant.now();
        call.passage.status = status;
        call.passage.answer = passed(body);
        record.passed(call.passage);
    }

    private static PassingBody passed(byte[] body) throws IOException {
        PassingBody passing = new PassingBody(new ByteArrayInputStream(body), MOST_KEPT, FaultCode.NETWORK_ERROR);
        passing.drain();
        return passing;
    }
}
