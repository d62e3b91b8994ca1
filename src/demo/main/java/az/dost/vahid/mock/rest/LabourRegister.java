package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.population.Population;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Agency {@code employment}: labour contracts in pages and job seekers, for OAuth 2.0 clients; each page is signed. */
@Component
final class LabourRegister {
    private static final String AGENCY = "employment";

    LabourRegister(MockServer server, MockSettings settings, DemoKeys keys, Population population, Faults faults) {
        RegisterView register = new RegisterView(AGENCY, population, faults);
        OAuthTokens tokens = new OAuthTokens(
                "/auth/token", "dost-vahid", settings.secret("employment.client"), "muqavile", Clock.systemUTC());
        JwsSigner signer = new JwsSigner(AGENCY, keys, server.replies());
        server.rest(
                AGENCY,
                tokens.guarding(signer.signing(Inquiry.at(
                        "/api/muqavileler",
                        "/isci/fin",
                        (fin, question) -> JsonReplies.of(
                                200,
                                ContractPage.of(
                                        register.find(fin),
                                        Math.max(
                                                1, question.at("/sehifeNomresi").asInt(1)),
                                        Instant.now()))))));
    }
}
