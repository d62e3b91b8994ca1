package az.dost.vahid.sources.agency.wire;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.sources.agency.call.AgencyFaults;
import az.dost.vahid.sources.agency.call.Conversation;
import az.dost.vahid.sources.agency.call.Wire;
import az.dost.vahid.xroad.RequestHash;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Message;

/**
 * REST through X-Road's security servers (Message Protocol for REST 1.0.4): who asks, for whom and why goes in headers,
 * and each answer says by its headers whose it is and which request it belongs to.
 */
public final class XRoadWire implements Wire {
    private static final String CLIENT = "X-Road-Client";
    private static final String SERVICE = "X-Road-Service";
    private static final String ID = "X-Road-Id";
    private final Connector connector;
    private final HttpWire http;

    public XRoadWire(Connector connector, HttpWire http) {
        this.connector = connector;
        this.http = http;
    }

    @Override
    public void ask(Message message, Conversation conversation) {
        Connector.XRoad parties = connector.call().xRoad();
        Question question = conversation.question;
        http.ask(message, conversation);
        message.setHeader(CLIENT, parties.client());
        message.setHeader(ID, conversation.requestId);
        if (question.official() != null) {
            message.setHeader("X-Road-UserId", parties.country() + question.official());
        }
        if (question.caseRef() != null) {
            message.setHeader("X-Road-Issue", question.caseRef());
        }
        if (parties.representedParty() != null) {
            message.setHeader("X-Road-Represented-Party", parties.representedParty());
        }
    }

    @Override
    public Reply take(Message message, Conversation conversation) {
        String error = header(message, "X-Road-Error");
        if (error != null) {
            throw AgencyFaults.ofExchange(error);
        }
        Reply reply = http.take(message, conversation);
        Connector.XRoad parties = connector.call().xRoad();
        if (!conversation.requestId.equals(header(message, ID))
                || !parties.client().equals(header(message, CLIENT))
                || !parties.service().equals(header(message, SERVICE))
                || !hash(header(message, "X-Road-Request-Id"), conversation)
                        .equals(header(message, "X-Road-Request-Hash"))) {
            throw new ProofException(Reason.OTHER_REQUEST, "The answer's X-Road headers are not those of the request");
        }
        return reply;
    }

    /**
     * Of the request as the security server passed it on: with an id of its own behind the headers that came from here.
     */
    private String hash(String added, Conversation conversation) {
        List<RequestHash.Header> headers = new ArrayList<>();
        conversation.sentHeaders.forEach(
                header -> headers.add(new RequestHash.Header(header.getKey(), header.getValue())));
        headers.add(new RequestHash.Header("x-road-request-id", added));
        RequestHash hash = new RequestHash(
                connector.call().method(),
                conversation.address == null ? connector.call().target() : conversation.address,
                headers);
        hash.body(conversation.sentBody, 0, conversation.sentBody.length);
        return hash.value();
    }

    private static String header(Message message, String name) {
        return message.getHeader(name, String.class);
    }
}
