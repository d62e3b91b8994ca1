package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.normalise.SoapContent;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.xroad.AskedService;
import az.dost.vahid.xroad.RepeatedHeaders;

/** The headers of X-Road's SOAP protocol: written into each request to one agency, and looked for in its reply. */
final class MemberHeaders {
    private final AskedService service;
    private final String country;

    private MemberHeaders(Connector.XRoad parties) {
        this.service = AskedService.of(parties.client(), parties.service(), parties.representedParty());
        this.country = parties.country();
    }

    /** Null for an agency that is not asked by SOAP over X-Road. */
    static MemberHeaders of(Connector connector) {
        return connector.protocol() == Connector.Protocol.X_ROAD
                        && connector.call().soap()
                ? new MemberHeaders(connector.call().xRoad())
                : null;
    }

    /** As text within a soap:Header. */
    String elements(Conversation conversation) {
        return service.elements(asking(conversation));
    }

    /**
     * A provider's own fault may come without them.
     *
     * @throws ProofException OTHER_REQUEST when the reply's headers are not those of the request
     */
    void check(SoapContent reply, Conversation conversation) {
        boolean bare = reply.fault() && !RepeatedHeaders.any(reply.header());
        if (!bare && !RepeatedHeaders.hold(reply.header(), service, asking(conversation), conversation.sentBody)) {
            throw new ProofException(Reason.OTHER_REQUEST, "The answer's X-Road headers are not those of the request");
        }
    }

    private AskedService.Asking asking(Conversation conversation) {
        Question question = conversation.question;
        return new AskedService.Asking(
                conversation.requestId,
                question.official() == null ? null : country + question.official(),
                question.caseRef());
    }
}
