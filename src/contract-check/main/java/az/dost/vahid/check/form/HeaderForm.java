package az.dost.vahid.check.form;

import az.dost.vahid.signature.xml.XmlFactories;
import az.dost.vahid.signature.xml.XmlSchemas;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The header of a SOAP request: its blocks as the contract describes them, and all that it wants. @param wanted
 * elements of the header
 */
record HeaderForm(XmlSchemas schemas, List<QName> wanted) implements HeldForm {
    /** The gateway writes them itself. */
    private static final Pattern OWN = Pattern.compile(
            "http://x-road\\.eu/xsd/.*|http://docs\\.oasis-open\\.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1\\.0\\.xsd");

    @Override
    public List<FormMisfit> misfits(String document) {
        try {
            List<FormMisfit> misfits = new ArrayList<>(XmlForm.misfits(schemas, document));
            Set<QName> sent = blocks(document);
            wanted.stream()
                    .filter(block -> !sent.contains(block)
                            && !OWN.matcher(block.getNamespaceURI()).matches())
                    .forEach(block -> misfits.add(
                            new FormMisfit(1, 1, null, null, "the contract wants " + XmlForm.shown(block) + " in it")));
            return misfits;
        } catch (XMLStreamException e) {
            return List.of();
        }
    }

    private static Set<QName> blocks(String document) throws XMLStreamException {
        Set<QName> blocks = new HashSet<>();
        XMLStreamReader xml = XmlFactories.streaming().createXMLStreamReader(new StringReader(document));
        for (int depth = 0; xml.hasNext(); ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (event == XMLStreamConstants.START_ELEMENT && depth == 2) {
                blocks.add(xml.getName());
            }
        }
        return blocks;
    }
}
