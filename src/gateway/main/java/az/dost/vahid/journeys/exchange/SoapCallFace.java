package az.dost.vahid.journeys.exchange;

import az.dost.vahid.journeys.exchange.service.ServiceDefinition.Protocol;
import az.dost.vahid.xroad.FaultCode;
import az.dost.vahid.xroad.RequestHash.Header;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.apache.camel.Exchange;

/** The SOAP face of the exchange, X-Road Message Protocol 4.0, with attachments as SwA and MTOM. */
public final class SoapCallFace {
    private static final String TYPE = "Content-Type";
    private final Answering answering;
    private final int mostKept;
    private final int longestEnvelope;

    /**
     * @param mostKept bytes of a body that are kept for the record
     * @param longestEnvelope bytes of an envelope that are held; attachments are not
     */
    SoapCallFace(Answering answering, int mostKept, int longestEnvelope) {
        this.answering = answering;
        this.mostKept = mostKept;
        this.longestEnvelope = longestEnvelope;
    }

    /** A call has come; who calls is not known yet. */
    public void begin(Exchange exchange) {
        Passage passage = Passage.begin(exchange, Protocol.SOAP);
        passage.verb = passage.request.getMethod();
        passage.target = passage.request.getRequestURI();
    }

    /**
     * Takes the call in: the envelope, and attachments that are still to come. What goes on is written anew of what was
     * read here.
     */
    public void receive(Exchange exchange) throws IOException {
        Passage passage = Passage.known(exchange);
        exchange.getMessage().removeHeaders("*");
        XRoadHeaders headers = new XRoadHeaders(passage.request);
        SoapMessage message = SoapMessage.read(
                new BodyDigest(passage.request).judged(passage.request.getInputStream()),
                passage.request.getContentType(),
                longestEnvelope,
                FaultCode.INVALID_SOAP);
        try {
            passage.envelope = new SoapEnvelope(message.envelope());
        } catch (XMLStreamException e) {
            throw new ExchangeFault(
                    FaultCode.INVALID_SOAP,
                    "The message is no envelope of SOAP 1.1 in UTF-8 with one element in its body.");
        }
        take(passage, passage.envelope.head());
        SoapAction.check(headers.optional("SOAPAction"), passage.service.code());
        SoapAction.check(passage.envelope.action(), passage.service.code());
        passage.requestHash = sha512(message.envelope());
        passage.sent = new PassingBody(message.with(message.envelope()), mostKept, FaultCode.INCOMPLETE_REQUEST)
                .granted(() -> passage.granted.getAsBoolean());
        passage.sentLength = message.before().length == 0 ? message.envelope().length : -1;
        passage.headers = headers.forwardedWith(message.contentType());
        answering.endRecorded(exchange, passage);
    }

    private static void take(Passage passage, SoapHead head) {
        passage.client = head.client();
        passage.service = head.service();
        passage.serviceVersion = head.version();
        passage.messageId = head.id();
        passage.issue = head.issue();
        passage.soap = head;
        if (!head.element().equals(head.service().code())) {
            throw new ExchangeFault(FaultCode.INVALID_SOAP, "The element in the body must be called like the service.");
        }
    }

    /**
     * A fault of the provider's is passed on as it is; any other answer must be that to this request, and is told its
     * hash.
     */
    public void answer(Exchange exchange) throws IOException {
        Passage passage = Passage.of(exchange);
        // A provider may answer before it has read everything.
        passage.sent.drain();
        List<String> types = passage.answerHeaders.stream()
                .filter(header -> header.name().equalsIgnoreCase(TYPE))
                .map(Header::value)
                .toList();
        SoapMessage message = SoapMessage.read(
                passage.content, types.size() == 1 ? types.get(0) : null, longestEnvelope, FaultCode.SERVICE_FAILED);
        try {
            SoapEnvelope envelope = new SoapEnvelope(message.envelope());
            passage.content = message.with(envelope.fault() ? message.envelope() : hashed(passage, envelope));
        } catch (XMLStreamException e) {
            throw new ExchangeFault(FaultCode.SERVICE_FAILED, "The provider did not answer with a SOAP message.");
        } catch (ExchangeFault e) {
            throw e.code() == FaultCode.INCONSISTENT_RESPONSE ? e : inconsistent();
        }
        // No other header goes on in either direction, section 2.2.
        passage.answerHeaders = List.of(new Header(TYPE, message.contentType()));
        answering.answer(exchange, List.of());
    }

    private static ExchangeFault inconsistent() {
        return new ExchangeFault(
                FaultCode.INCONSISTENT_RESPONSE, "The provider's answer does not repeat the request's headers.");
    }

    private static byte[] hashed(Passage passage, SoapEnvelope envelope) {
        if (!envelope.head().repeats(passage.soap)) {
            throw new ExchangeFault(
                    FaultCode.INCONSISTENT_RESPONSE, "The provider's answer is that to another request.");
        }
        return envelope.hashed(passage.requestHash);
    }

    private static String sha512(byte[] envelope) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(envelope));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Many providers choose the operation by the header SOAPAction, or by Action of WS-Addressing: it must not be
     * another than the one that was granted.
     */
    static final class SoapAction {
        /**
         * @param action in quotes or not; null for none
         * @throws ExchangeFault when its last word is another than the service's code
         */
        static void check(String action, String code) {
            String name = action == null
                    ? ""
                    : action.strip().replaceFirst("^\"(.*)\"$", "$1").strip();
            String last = name.substring(
                            Math.max(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#')), name.lastIndexOf(':')) + 1)
                    .toLowerCase(Locale.ROOT);
            String own = code.toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !last.equals(own) && !last.equals(own + "request")) {
                throw new ExchangeFault(
                        FaultCode.INVALID_SOAP, "The action must be empty, or end with the service's code.");
            }
        }

        private SoapAction() {}
    }
}
