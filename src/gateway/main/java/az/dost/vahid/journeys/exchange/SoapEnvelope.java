package az.dost.vahid.journeys.exchange;

import az.dost.vahid.xroad.FaultCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;

/**
 * An envelope of SOAP 1.1 in UTF-8, read to its end by {@link SoapReader}. It goes on in its own characters, for
 * members sign them: so what two readers could read differently is refused, and what is added stands between two of
 * them.
 */
final class SoapEnvelope {
    private final String text;
    private final SoapReader.Read read;

    /**
     * @throws XMLStreamException when it is no such envelope
     * @throws ExchangeFault when a header is not as the protocol says
     */
    SoapEnvelope(byte[] bytes) throws XMLStreamException {
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            read = SoapReader.read(text);
        } catch (CharacterCodingException e) {
            throw new XMLStreamException("The envelope is not UTF-8");
        } catch (ExchangeFault e) {
            throw e;
        } catch (RuntimeException e) {
            // The parser's message may quote the envelope.
            throw new XMLStreamException("The envelope cannot be read");
        }
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An answer to it that has its headers, the request's hash, and one element in its body. */
    byte[] answered(String requestHash, String content) {
        String hashed = hashedText(requestHash);
        return (hashed.substring(0, read.places().content() + hashed.length() - text.length()) + content + read.ends())
                .getBytes(StandardCharsets.UTF_8);
    }

    boolean fault() {
        return read.fault();
    }

    /** What the header Action of WS-Addressing says; null without one. */
    String action() {
        return read.action();
    }

    /** @throws ExchangeFault when the protocol's headers are not as they should be */
    SoapHead head() {
        return SoapHead.of(read.texts(), read.element());
    }

    /** The same envelope with the request's hash as the last header; one that was there is left out. */
    byte[] hashed(String requestHash) {
        return hashedText(requestHash).getBytes(StandardCharsets.UTF_8);
    }

    private String hashedText(String requestHash) {
        SoapReader.Places places = read.places();
        if (places.headerEnd() < 0 || !text.startsWith("</", places.headerEnd())) {
            throw new ExchangeFault(
                    FaultCode.INCONSISTENT_RESPONSE, "The provider's answer has no headers that can be added to.");
        }
        StringBuilder changed = new StringBuilder(text);
        changed.insert(
                places.headerEnd(),
                "<xrd:requestHash xmlns:xrd=\"" + SoapHead.XROAD
                        + "\" algorithmId=\"http://www.w3.org/2001/04/xmlenc#sha512\">" + requestHash
                        + "</xrd:requestHash>");
        if (places.hashStart() >= 0) {
            changed.delete(places.hashStart(), places.hashEnd());
        }
        return changed.toString();
    }
}
