package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.List;
import javax.wsdl.Definition;
import javax.wsdl.Operation;
import javax.wsdl.extensions.schema.Schema;
import javax.wsdl.factory.WSDLFactory;
import javax.wsdl.xml.WSDLReader;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** The lookup in WSDL is one operation that takes what OpenAPI takes and gives the dossier of the XSD. */
class LookupWsdlTest {
    private static final String NAMESPACE = "urn:az:dost:vahid:lookup:1";
    private static final String REQUEST = """
            <lookup xmlns="%s"><subject><fin>5KM2X7Q</fin></subject><service>ccu-car</service><caseRef>DOST-1/7</caseRef>
            <official>a.mammadova</official><facts>identity</facts><facts>vehicles</facts><deadlineMs>3000</deadlineMs>
            <channel>HOME</channel>
            </lookup>""".formatted(NAMESPACE);
    private Definition wsdl;

    @BeforeEach
    void read() throws Exception {
        WSDLReader reader = WSDLFactory.newInstance().newWSDLReader();
        reader.setFeature("javax.wsdl.verbose", false);
        wsdl = reader.readWSDL(Contracts.FOLDER.resolve("lookup.wsdl").toUri().toString());
    }

    @Test
    void hasOneOperationAndOneFault() {
        List<?> operations = wsdl.getPortType(new QName(NAMESPACE, "Lookup")).getOperations();
        assertThat(operations).hasSize(1);
        Operation lookup = (Operation) operations.get(0);
        assertThat(lookup.getName()).isEqualTo("lookup");
        assertThat(lookup.getFault("problem")).isNotNull();
    }

    @Test
    void takesTheFieldsThatOpenApiTakes() {
        JsonNode request = Contracts.read("lookup.openapi.yaml").at("/components/schemas/LookupRequest/properties");
        // Verdicts are given out in no XML.
        assertThat(Contracts.names(request))
                .filteredOn(field -> !field.equals("view"))
                .allSatisfy(field -> assertThat(REQUEST).contains("<" + field + ">"));
    }

    @Test
    void acceptsAWholeRequest() throws Exception {
        validate(new StreamSource(new StringReader(REQUEST)));
    }

    @Test
    void refusesADeadlineThatNobodyWaitsFor() {
        String impatient = REQUEST.replace(">3000<", ">99<");
        assertThatExceptionOfType(SAXException.class)
                .isThrownBy(() -> validate(new StreamSource(new StringReader(impatient))));
    }

    @Test
    void answersWithTheDossier() throws Exception {
        var answer = DossierXml.of(ExampleDossier.whole());
        var response = answer.createElementNS(NAMESPACE, "lookupResponse");
        response.appendChild(answer.replaceChild(response, answer.getDocumentElement()));
        validate(new DOMSource(answer));
    }

    private void validate(Source message) throws Exception {
        Schema types = (Schema) wsdl.getTypes().getExtensibilityElements().get(0);
        Source schema = new DOMSource(types.getElement(), wsdl.getDocumentBaseURI());
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema)
                .newValidator()
                .validate(message);
    }
}
