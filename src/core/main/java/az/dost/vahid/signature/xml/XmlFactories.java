package az.dost.vahid.signature.xml;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.ProofException;
import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The one place that makes XML parsers: no document type declaration, no external entity, no XInclude, no endless
 * nesting. A feature that cannot be set makes this class, and with it the start, fail.
 */
public final class XmlFactories {
    private static final String MAX_DEPTH = "200";
    private static final String MOST_ATTRIBUTES = "100";
    private static final String LONGEST_NAME = "1000";
    /** Elements of a document that is held whole: each takes some hundred bytes. */
    private static final int MOST_ELEMENTS = 200_000;

    private static final int SHORT = 2 * MOST_ELEMENTS;
    private static final DocumentBuilderFactory DOM = dom();
    private static final XMLInputFactory STAX = large(new WstxInputFactory());
    private static final XMLInputFactory LARGE = large(new WstxInputFactory());
    private static final XMLInputFactory UNJOINED = unjoined(large(new WstxInputFactory()));
    private static final ThreadLocal<DocumentBuilder> BUILDERS = ThreadLocal.withInitial(XmlFactories::builder);

    /**
     * @throws ProofException MALFORMED when the bytes are no XML document, declare a document type, nest deeper than
     *     200 elements, or have more elements, attributes or longer names than any that we know
     */
    public static Document parse(byte[] xml) {
        if (xml.length > SHORT && tags(xml) > 2 * MOST_ELEMENTS) {
            throw new ProofException(Reason.MALFORMED, "The document has more than " + MOST_ELEMENTS + " elements");
        }
        try {
            return BUILDERS.get().parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException e) {
            // The parser's message may quote the document.
            throw new ProofException(
                    Reason.MALFORMED, "The document is not well-formed XML, or declares a document type");
        }
    }

    /** At most so many beginnings and ends of elements: the JDK's parser counts depth and attributes, and not these. */
    private static int tags(byte[] xml) {
        int tags = 0;
        for (byte b : xml) {
            if (b == '<') {
                tags++;
            }
        }
        return tags;
    }

    public static Document empty() {
        return BUILDERS.get().newDocument();
    }

    /** A shared, thread-safe streaming factory. */
    public static XMLInputFactory streaming() {
        return STAX;
    }

    /**
     * A shared, thread-safe streaming factory for documents of any length: each token is bounded, the document is not.
     */
    public static XMLInputFactory large() {
        return LARGE;
    }

    /**
     * The same for one message, telling CDATA from text: whoever passes a message on must know what others could read
     * differently.
     */
    public static XMLInputFactory unjoined() {
        return UNJOINED;
    }

    private static DocumentBuilderFactory dom() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            // Every document is walked whole: nodes made late would only be made twice.
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser cannot be hardened", e);
        }
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // Documents are walked by recursion.
        factory.setAttribute("jdk.xml.maxElementDepth", MAX_DEPTH);
        factory.setAttribute("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
        factory.setAttribute("jdk.xml.maxXMLNameLimit", LONGEST_NAME);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    private static XMLInputFactory large(XMLInputFactory factory) {
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, 1 << 20);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 16);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 50);
        return stax(factory);
    }

    private static XMLInputFactory unjoined(XMLInputFactory factory) {
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private static XMLInputFactory stax(XMLInputFactory factory) {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilder builder = DOM.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The default handler prints parts of the document to standard error. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    private XmlFactories() {}
}
