package az.dost.vahid.check.form;

import az.dost.vahid.signature.xml.XmlFactories;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;

/** Elements that are declared within another one, such as rows of a file. */
final class LocalElement {
    /** Whether documents may begin with an element of that name already. */
    static boolean isGlobal(SchemaSlices.Slice slice, String name) {
        try {
            XMLStreamReader xml = XmlFactories.streaming().createXMLStreamReader(new StringReader(slice.text()));
            for (int depth = 0; xml.hasNext(); ) {
                int event = xml.next();
                depth += event == XMLStreamConstants.START_ELEMENT
                        ? 1
                        : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
                if (event == XMLStreamConstants.START_ELEMENT
                        && depth == 2
                        && xml.getLocalName().equals("element")
                        && name.equals(xml.getAttributeValue(null, "name"))) {
                    return true;
                }
            }
        } catch (XMLStreamException e) {
            // The file was read before.
        }
        return false;
    }

    /**
     * The schema with the element of that name as a global one, too. Empty when it has none within others, or one that
     * documents have without the schema's namespace.
     */
    static Optional<SchemaSlices.Slice> global(SchemaSlices.Slice slice, String name) {
        try {
            XMLStreamReader2 xml =
                    (XMLStreamReader2) XmlFactories.streaming().createXMLStreamReader(new StringReader(slice.text()));
            boolean qualified = false;
            for (int depth = 0; xml.hasNext(); ) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    if (depth == 1) {
                        qualified = "qualified".equals(xml.getAttributeValue(null, "elementFormDefault"));
                    } else if (depth > 2
                            && xml.getLocalName().equals("element")
                            && name.equals(xml.getAttributeValue(null, "name"))) {
                        String form = xml.getAttributeValue(null, "form");
                        boolean within =
                                slice.namespace().isEmpty() || (form == null ? qualified : form.equals("qualified"));
                        return within ? Optional.of(global(slice, xml)) : Optional.empty();
                    }
                }
            }
        } catch (XMLStreamException e) {
            // The file was read before.
        }
        return Optional.empty();
    }

    private static SchemaSlices.Slice global(SchemaSlices.Slice slice, XMLStreamReader2 xml) throws XMLStreamException {
        int start = (int) xml.getLocationInfo().getStartingCharOffset();
        int tag = (int) xml.getLocationInfo().getEndingCharOffset();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
        int end = (int) xml.getLocationInfo().getEndingCharOffset();
        String declaration = slice.text()
                        .substring(start, tag)
                        .replaceAll("\\s(minOccurs|maxOccurs|form)\\s*=\\s*(\"[^\"]*\"|'[^']*')", "")
                + (end > tag ? slice.text().substring(tag, end) : "");
        int close = slice.text().lastIndexOf("</");
        return new SchemaSlices.Slice(
                slice.namespace(),
                slice.text().substring(0, close) + declaration + slice.text().substring(close),
                slice.references());
    }

    private LocalElement() {}
}
