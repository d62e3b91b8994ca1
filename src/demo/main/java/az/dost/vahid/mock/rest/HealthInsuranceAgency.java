package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import az.dost.vahid.mock.kit.RestEndpoint.Request;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.XmlFactories;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The mandatory health insurance agency: XML over HTTP, an API key in, a signed document out. */
@Component
final class HealthInsuranceAgency {
    private static final String ID = "health-insurance";
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private final RegisterView register;
    private final ReplySigner signer;

    HealthInsuranceAgency(
            MockServer server, DemoKeys keys, Faults faults, Population population, MockSettings settings) {
        register = new RegisterView(ID, population, faults);
        signer = new ReplySigner(keys, ID, server.replies());
        server.rest(
                ID,
                new ApiKey("X-ITS-Acar", settings.secret(ID + ".api-key"), refuse(401, "ACAR", "Açar tanınmır"))
                        .guarding(this::answer));
    }

    private Reply answer(Request request) throws XMLSecurityException {
        if (!request.method().equals("POST") || !request.path().equals("/v2/sigortali")) {
            return refuse(404, "UNVAN", "Belə xidmət yoxdur");
        }
        Document question;
        try {
            question = XmlFactories.parse(request.body());
        } catch (ProofException e) {
            return refuse(400, "XML", "Sorğu oxunmur");
        }
        String fin = text(question, "FIN");
        String requestId = text(question, "SorguNomresi");
        return fin == null || requestId == null
                ? refuse(400, "SXEM", "Sorğu sxemə uyğun deyil")
                : signer.sign(200, PolicyDocument.of(register.find(fin), requestId, OffsetDateTime.now(BAKU)));
    }

    private static Reply refuse(int status, String code, String text) {
        return ReplySigner.plain(status, PolicyDocument.refusal(code, text));
    }

    private static String text(Document question, String name) {
        NodeList found = question.getElementsByTagNameNS(PolicyDocument.NAMESPACE, name);
        return found.getLength() == 1 ? found.item(0).getTextContent().strip() : null;
    }
}
