package az.dost.vahid.journeys.exchange;

import az.dost.vahid.signature.xml.XmlFactories;
import az.dost.vahid.xroad.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * A provider's WSDL as others may see it: with another address of the service, for the provider's own is nobody else's
 * to know (X-Road Service Metadata Protocol, section 4). All else stays in its own characters.
 */
final class ShownWsdl {
    private static final String SHOWN = "http://example.org/xroad-endpoint";
    private static final String BYTE_ORDER = "\uFEFF";
    /** The bindings of WSDL 1.1 that have an address. */
    private static final Set<String> BINDINGS = Set.of(
            "http://schemas.xmlsoap.org/wsdl/soap/",
            "http://schemas.xmlsoap.org/wsdl/soap12/",
            "http://schemas.xmlsoap.org/wsdl/http/");

    private static final Pattern ATTRIBUTE =
            Pattern.compile("(\\s)([^\\s=\"'/>]++)(\\s*+=\\s*+)(?:\"[^\"]*+\"|'[^']*+')");

    /** @throws ExchangeFault SERVICE_FAILED when it is no XML that can be read within bounds */
    static byte[] of(byte[] wsdl) {
        try {
            Charset charset = charset(wsdl);
            String text = new String(wsdl, charset);
            String mark = text.startsWith(BYTE_ORDER) ? BYTE_ORDER : "";
            return (mark + shown(text.substring(mark.length()))).getBytes(charset);
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new ExchangeFault(
                    FaultCode.SERVICE_FAILED,
                    "The description that the provider has given is no WSDL that can be read.");
        }
    }

    private static Charset charset(byte[] wsdl) throws XMLStreamException {
        XMLStreamReader reader = XmlFactories.large().createXMLStreamReader(new ByteArrayInputStream(wsdl));
        try {
            return reader.getEncoding() == null ? StandardCharsets.UTF_8 : Charset.forName(reader.getEncoding());
        } finally {
            reader.close();
        }
    }

    private static String shown(String text) throws XMLStreamException {
        StringBuilder shown = new StringBuilder(text.length());
        int done = 0;
        XMLStreamReader2 reader = (XMLStreamReader2) XmlFactories.large().createXMLStreamReader(new StringReader(text));
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("address")
                        && BINDINGS.contains(reader.getNamespaceURI())) {
                    int start = (int) reader.getLocationInfo().getStartingCharOffset();
                    int end = (int) reader.getLocationInfo().getEndingCharOffset();
                    shown.append(text, done, start).append(hidden(text.substring(start, end)));
                    done = end;
                }
            }
        } finally {
            reader.close();
        }
        return shown.append(text, done, text.length()).toString();
    }

    private static String hidden(String tag) {
        return ATTRIBUTE
                .matcher(tag)
                .replaceAll(attribute -> Matcher.quoteReplacement(
                        attribute.group(2).equals("location")
                                ? attribute.group(1) + "location" + attribute.group(3) + "\"" + SHOWN + "\""
                                : attribute.group()));
    }

    private ShownWsdl() {}
}
