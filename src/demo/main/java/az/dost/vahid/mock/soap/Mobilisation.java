package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.signature.key.RequestSignature;
import org.apache.cxf.jaxws.EndpointImpl;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Agency {@code mobilisation}: the military register, for signed questions, signed with SignatureConfirmation. */
@Component
final class Mobilisation {
    private static final String AGENCY = "mobilisation";

    Mobilisation(MockServer server, SoapSecurity security, Population population, Faults faults) {
        RegisterView register = new RegisterView(AGENCY, population, faults);
        EndpointImpl endpoint = SoapInquiry.endpoint(
                server,
                AGENCY,
                MilitarySheet.NAMESPACE,
                "HerbiUcotServisi",
                "HerbiUcotPort",
                question -> MilitarySheet.of(register.find(fin(question)), BakuTime.now()));
        security.x509(endpoint, AGENCY, "RSA", RequestSignature.values());
        endpoint.publish("/" + AGENCY + "/service");
    }

    private static String fin(Element question) {
        return ((Element) question.getElementsByTagNameNS("*", "vetendas").item(0)).getAttribute("fin");
    }
}
