package az.dost.vahid.signature.xml;

import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * XML Schemas, compiled once, to which documents are held. Nothing is fetched, and no schema may declare a document
 * type.
 */
public final class XmlSchemas {
    private static final String MAX_DEPTH = "200";
    private static final String MOST_ATTRIBUTES = "100";
    /** Of Java's versions. */
    private static final int FIRST_WITH_DTD_PROPERTY = 22;

    private static final String LOCALE = "http://apache.org/xml/properties/locale";
    /** Mistakes that are told of one document. */
    private static final int MOST = 100;

    private final Schema schema;

    /** One schema document. @param id by which mistakes and references name it, an absolute URI */
    public record SchemaText(String id, String text) {
        private Source source() {
            return new StreamSource(new StringReader(text), id);
        }
    }

    /** Gives the schema documents that others import or include. */
    public interface SchemaTexts {
        /**
         * @param namespace that is imported, or that of the including document; empty for none
         * @param location as it is written; null where an import has none
         * @return null where nothing is known of it
         */
        SchemaText find(String namespace, String location);
    }

    /**
     * What does not fit.
     *
     * @param document the schema's, null in a document that is held to it
     * @param line from 1; 0 when it is not known
     * @param path of the element, empty in a schema
     * @param code of the rule as the specification names it, empty where it has no name
     */
    public record Misfit(String document, int line, int column, String path, String code, String message) {}

    private XmlSchemas(Schema schema) {
        this.schema = schema;
    }

    /**
     * @param mistakes is told what is wrong with the schemas; what is right of them is used. @return empty when none of
     *     them can be
     */
    public static Optional<XmlSchemas> of(SchemaText first, SchemaTexts others, Consumer<Misfit> mistakes) {
        SchemaFactory factory = factory();
        factory.setErrorHandler(new MisfitErrors(mistakes));
        factory.setResourceResolver((type, namespace, publicId, location, from) ->
                input(others.find(namespace == null ? "" : namespace, location)));
        try {
            return Optional.of(new XmlSchemas(factory.newSchema(first.source())));
        } catch (SAXException e) {
            if (!(e instanceof SAXParseException)) {
                mistakes.accept(new Misfit(null, 0, 0, "", "", SchemaMessage.text(e)));
            }
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            // What no schema should have makes the JDK's reader stumble.
            mistakes.accept(new Misfit(
                    null,
                    0,
                    0,
                    "",
                    "",
                    e instanceof StackOverflowError
                            ? "nests too deeply"
                            : "cannot be read: " + e.getClass().getSimpleName()));
            return Optional.empty();
        }
    }

    /**
     * What does not fit of one document: of all of it, or of the first element in the Body of a SOAP envelope.
     *
     * @throws XMLStreamException when it is not well-formed
     */
    public List<Misfit> misfits(Reader document) throws XMLStreamException {
        ValidatorHandler handler = schema.newValidatorHandler();
        List<Misfit> misfits = new ArrayList<>();
        try (HeldDocument held = new HeldDocument(XmlFactories.streaming().createXMLStreamReader(document), handler)) {
            handler.setProperty(LOCALE, Locale.ROOT);
            handler.setErrorHandler(new MisfitErrors(misfit -> {
                if (misfits.size() < MOST) {
                    SchemaMessage.add(misfits, held.placed(misfit));
                }
            }));
            held.run();
        } catch (SAXException e) {
            if (misfits.isEmpty()) {
                misfits.add(new Misfit(null, 0, 0, "", "", SchemaMessage.text(e)));
            }
        } catch (StackOverflowError e) {
            // A regular expression of the schema calls itself for each part of a text.
            misfits.add(new Misfit(
                    null, 0, 0, "", "", "has a text of more parts than the contract's pattern can be tried on"));
        }
        return misfits;
    }

    private static SchemaFactory factory() {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            if (Runtime.version().feature() >= FIRST_WITH_DTD_PROPERTY) {
                // There a document type gets in past the feature, without a word: seen on 25.
                factory.setProperty("jdk.xml.dtd.support", "deny");
            }
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setProperty(LOCALE, Locale.ROOT);
            factory.setProperty("jdk.xml.maxElementDepth", MAX_DEPTH);
            factory.setProperty("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
        } catch (SAXException e) {
            throw new IllegalStateException("The JDK's reader of schemas cannot be hardened", e);
        }
        return factory;
    }

    private static LSInput input(SchemaText found) {
        if (found == null) {
            return null;
        }
        LSInput input = ((DOMImplementationLS)
                        XmlFactories.empty().getImplementation().getFeature("LS", "3.0"))
                .createLSInput();
        input.setSystemId(found.id());
        input.setCharacterStream(new StringReader(found.text()));
        return input;
    }

    /** Passes everything on and stops for nothing but what cannot be gone on from. */
    private record MisfitErrors(Consumer<Misfit> mistakes) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) {
            mistakes.accept(SchemaMessage.misfit(e));
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            mistakes.accept(SchemaMessage.misfit(e));
            throw e;
        }
    }
}
