package az.dost.vahid.faces;

import az.dost.vahid.signature.xml.XmlFactories;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Node;

/** The schema within the WSDL, which imports {@code dossier.xsd}. */
final class LookupSchema {
    static Validator ofFiles() throws Exception {
        Path wsdl = Path.of("contracts/lookup.wsdl");
        return of(Files.readAllBytes(wsdl), wsdl.toUri().toString());
    }

    /** @param address from which the imports are relative */
    static Validator of(byte[] wsdl, String address) throws Exception {
        Node schema = XmlFactories.parse(wsdl)
                .getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")
                .item(0);
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new DOMSource(schema, address))
                .newValidator();
    }

    private LookupSchema() {}
}
