package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.population.Population;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Agency {@code social-services}: queues and services, over mutual TLS; a person without a record is a 404 with a body.
 */
@Component
final class SocialServices {
    private static final String AGENCY = "social-services";

    SocialServices(MockServer server, Population population, Faults faults) {
        RegisterView register = new RegisterView(AGENCY, population, faults);
        server.requireClientCertificate(AGENCY);
        server.rest(AGENCY, server.replies().altering(AGENCY, Inquiry.at("/sorgu", "/fərdiNömrə", (fin, question) -> {
            SocialFile file = SocialFile.of(register.find(fin), Instant.now());
            return JsonReplies.of(file.error() == null ? 200 : 404, file);
        })));
    }
}
