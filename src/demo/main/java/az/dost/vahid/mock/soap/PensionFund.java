package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.signature.key.RequestSignature;
import org.apache.cxf.jaxws.EndpointImpl;
import org.springframework.stereotype.Component;

/**
 * Agency {@code pensions}: accounts and payments, SOAP 1.2, for signed questions, signed with SignatureConfirmation.
 */
@Component
final class PensionFund {
    private static final String AGENCY = "pensions";

    PensionFund(MockServer server, SoapSecurity security, Population population, Faults faults) {
        RegisterView register = new RegisterView(AGENCY, population, faults);
        EndpointImpl endpoint = SoapInquiry.endpoint(
                server,
                AGENCY,
                AccountExtract.NAMESPACE,
                "FerdiUcotXidmeti",
                "FerdiUcotSoap12",
                question -> AccountExtract.of(register.find(SoapInquiry.text(question, "FIN")), BakuTime.now()));
        security.x509(endpoint, AGENCY, "RSA", RequestSignature.RSA_SHA256);
        endpoint.publish("/" + AGENCY + "/service");
    }
}
