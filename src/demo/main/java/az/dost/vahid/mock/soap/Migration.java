package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.population.Population;
import org.apache.cxf.jaxws.EndpointImpl;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Agency {@code migration}: residence permits, rpc/literal over mutual TLS, signed with the key of its TLS port. */
@Component
final class Migration {
    private static final String AGENCY = "migration";

    Migration(MockServer server, SoapSecurity security, Population population, Faults faults) {
        server.requireClientCertificate(AGENCY);
        RegisterView register = new RegisterView(AGENCY, population, faults);
        EndpointImpl endpoint = SoapInquiry.endpoint(
                server,
                AGENCY,
                PermitBean.NAMESPACE,
                "MigrationServiceService",
                "MigrationService",
                question -> answer(register, question));
        // An rpc/literal payload has no element in the schema.
        endpoint.getProperties().put("schema-validation-enabled", "NONE");
        // TLS ports have EC keys, and an agency has one certificate for the gateway to pin.
        security.answers(endpoint, AGENCY, "EC");
        endpoint.publish("/" + AGENCY + "/service");
    }

    private static XmlReply answer(RegisterView register, Element question) {
        if (!"icazeSorgula".equals(question.getLocalName())) {
            throw new IllegalArgumentException("No such operation could be found!");
        }
        return PermitBean.of(
                register.find(SoapInquiry.text(question, "in0")), SoapInquiry.text(question, "in1"), BakuTime.now());
    }
}
