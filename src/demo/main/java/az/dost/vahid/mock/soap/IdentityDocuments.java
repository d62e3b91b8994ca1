package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.signature.key.RequestSignature;
import org.apache.cxf.jaxws.EndpointImpl;
import org.springframework.stereotype.Component;

/** Agency {@code identity-register}: identity documents, for signed questions, signed with SignatureConfirmation. */
@Component
final class IdentityDocuments {
    private static final String AGENCY = "identity-register";

    IdentityDocuments(MockServer server, SoapSecurity security, Population population, Faults faults) {
        RegisterView register = new RegisterView(AGENCY, population, faults);
        EndpointImpl endpoint = SoapInquiry.endpoint(
                server,
                AGENCY,
                IdentityCard.NAMESPACE,
                "SexsiyyetReyestriXidmeti",
                "SexsiyyetReyestriSoap",
                question -> IdentityCard.of(register.find(SoapInquiry.text(question, "fin")), BakuTime.now()));
        security.x509(endpoint, AGENCY, "RSA", RequestSignature.values());
        endpoint.publish("/" + AGENCY + "/service");
    }
}
