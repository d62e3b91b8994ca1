package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.handler.MessageContext;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A SOAP client that knows nothing but the published WSDL gets the signed dossier, and problems as faults. */
class SoapContractTest {
    private static final String DOSSIER = "urn:az:dost:vahid:dossier:1";

    @TempDir
    Path folder;

    @Test
    void answersAClientMadeFromThePublishedWsdl() throws Exception {
        Document answer = document(dispatch(Gateway.BEARER).invoke(request(Gateway.request())));
        String wsdl = Gateway.address(Soap.ADDRESS + "?wsdl").toString();
        LookupSchema.of(Gateway.get(Soap.ADDRESS + "?wsdl").body(), wsdl).validate(new DOMSource(answer));
        LookupSchema.ofFiles().validate(new DOMSource(answer));
        assertThat(answer.getDocumentElement().getLocalName()).isEqualTo("lookupResponse");
    }

    @Test
    void givesTheDossierThatRestGivesAgainAsXml() throws Exception {
        HttpResponse<byte[]> answer = Soap.post(Soap.envelope(Gateway.request()), Gateway.BEARER);
        String envelope = new String(answer.body(), StandardCharsets.UTF_8);
        Element dossier = (Element) Soap.content(answer.body())
                .getElementsByTagNameNS(DOSSIER, "dossier")
                .item(0);
        String id = dossier.getElementsByTagNameNS(DOSSIER, "dossierId").item(0).getTextContent();
        HttpResponse<byte[]> again = Gateway.again(id, "application/xml", Gateway.BEARER);
        assertThat(XmlFactories.parse(again.body()).getDocumentElement().isEqualNode(dossier))
                .isTrue();
        assertThat(envelope).contains("<dossierId>" + id);
    }

    @Test
    void carriesASignatureThatXmlsec1VerifiesOnceTheDossierIsTakenOut() throws Exception {
        Element dossier = (Element) Soap.content(Soap.post(Soap.envelope(Gateway.request()), Gateway.BEARER)
                        .body())
                .getElementsByTagNameNS(DOSSIER, "dossier")
                .item(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(dossier), new StreamResult(out));
        Xmlsec1 tool = new Xmlsec1(folder);
        assertThat(tool.verifies(out.toByteArray())).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("<xades:SigningTime>20", "<xades:SigningCertificateV2>");
        assertThat(tool.verifies(out.toString(StandardCharsets.UTF_8)
                        .replace("ccu-car", "ccu-cat")
                        .getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void tellsProblemsAsTheFaultOfTheWsdl() throws Exception {
        ObjectNode wrong = Gateway.request().put("service", "no-such-service");
        SOAPFaultException fault = catchThrowableOfType(
                SOAPFaultException.class, () -> dispatch(Gateway.BEARER).invoke(request(wrong)));
        assertThat(fault.getFault().getFaultCodeAsQName().getLocalPart()).isEqualTo("Client");
        Node problem = fault.getFault().getDetail().getFirstChild();
        LookupSchema.ofFiles().validate(new DOMSource(problem));
        assertThat(problem.getTextContent()).startsWith("SERVICE_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "urn:az:dost:vahid:lookup:1/lookup,SERVICE_UNKNOWN",
        "urn:az:dost:vahid:lookup:1/other,REQUEST_MALFORMED"
    })
    void takesNoActionButThatOfTheWsdl(String action, String code) {
        String envelope = Soap.envelope(Gateway.request().put("service", "no-such-service"));
        Map<String, String> headers =
                Map.of("Content-Type", "text/xml", "SOAPAction", '"' + action + '"', "Authorization", Gateway.BEARER);
        assertThat(problem(Gateway.send("POST", Soap.ADDRESS, envelope, headers)))
                .startsWith(code);
    }

    @Test
    void refusesAnotherOperation() {
        assertThat(problem(
                        Soap.post(Soap.envelope(Gateway.request()).replace("l:lookup", "l:lookout"), Gateway.BEARER)))
                .startsWith("REQUEST_MALFORMED");
    }

    @Test
    @Tag("attack")
    void asksWhoSendsItBeforeItReadsWhatIsSent() {
        // Strangers before this test may have spent what this address has in a minute.
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() ->
                        assertThat(problem(Soap.post("<no envelope", null))).startsWith("UNAUTHENTICATED"));
    }

    @Test
    void tellsThatAnAddressWithoutAQueryTakesNoGet() {
        assertThat(problem(Gateway.get(Soap.ADDRESS))).startsWith("METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/soap/", "/soap/lookups", "/soap/lookup/more", "/soap/lookup/?wsdl", "/soap/services"})
    void listsNothingBelowOtherAddresses(String address) {
        assertThat(Gateway.get(address).statusCode()).isEqualTo(404);
    }

    private static String problem(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(500);
        return Soap.content(answer.body())
                .getElementsByTagNameNS(Soap.NAMESPACE, "problem")
                .item(0)
                .getTextContent();
    }

    private static Dispatch<Source> dispatch(String bearer) throws Exception {
        Service service = Service.create(
                Gateway.address(Soap.ADDRESS + "?wsdl").toURL(), new QName(Soap.NAMESPACE, "LookupService"));
        Dispatch<Source> dispatch =
                service.createDispatch(new QName(Soap.NAMESPACE, "LookupPort"), Source.class, Service.Mode.PAYLOAD);
        dispatch.getRequestContext().put(MessageContext.HTTP_REQUEST_HEADERS, Map.of("Authorization", List.of(bearer)));
        return dispatch;
    }

    private static Source request(ObjectNode request) {
        return new DOMSource(Soap.content(Soap.envelope(request).getBytes(StandardCharsets.UTF_8)));
    }

    private static Document document(Source source) throws Exception {
        DOMResult result = new DOMResult();
        TransformerFactory.newInstance().newTransformer().transform(source, result);
        return (Document) result.getNode();
    }
}
