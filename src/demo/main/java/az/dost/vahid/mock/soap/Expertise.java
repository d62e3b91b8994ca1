package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.population.Population;
import org.apache.cxf.jaxws.EndpointImpl;
import org.springframework.stereotype.Component;

/**
 * Agency {@code disability}: decisions on disability, for callers who name themselves; answers repeat the request id.
 */
@Component
final class Expertise {
    private static final String AGENCY = "disability";

    Expertise(MockServer server, SoapSecurity security, MockSettings settings, Population population, Faults faults) {
        RegisterView register = new RegisterView(AGENCY, population, faults);
        EndpointImpl endpoint = SoapInquiry.endpoint(
                server,
                AGENCY,
                Decision.NAMESPACE,
                "TSER",
                "QerarXidmeti",
                question -> Decision.of(
                        register.find(SoapInquiry.text(question, "ferdiKod")),
                        SoapInquiry.text(question, "kod"),
                        BakuTime.now()));
        NamedCaller.only("dost-vahid", settings.secret("disability.password"), endpoint);
        security.answers(endpoint, AGENCY, "RSA");
        endpoint.publish("/" + AGENCY + "/service");
    }
}
