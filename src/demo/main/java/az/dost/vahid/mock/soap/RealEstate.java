package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.signature.key.RequestSignature;
import org.apache.cxf.jaxws.EndpointImpl;
import org.springframework.stereotype.Component;

/** Agency {@code property}: the register of real estate, for signed questions, signed with SignatureConfirmation. */
@Component
final class RealEstate {
    private static final String AGENCY = "property";

    RealEstate(MockServer server, SoapSecurity security, Population population, Faults faults) {
        RegisterView register = new RegisterView(AGENCY, population, faults);
        EndpointImpl endpoint = SoapInquiry.endpoint(
                server,
                AGENCY,
                TitleExtract.NAMESPACE,
                "DasinmazEmlakReyestri",
                "Cixaris",
                question -> TitleExtract.of(register.find(SoapInquiry.text(question, "huquqSahibi")), BakuTime.now()));
        security.x509(endpoint, AGENCY, "RSA", RequestSignature.values());
        endpoint.publish("/" + AGENCY + "/service");
    }
}
