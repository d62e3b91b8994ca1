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

/** Agency {@code notary}: court rulings and inheritance cases, for OAuth 2.0 clients, signed with a detached JWS. */
@Component
final class Notary {
    private static final String AGENCY = "notary";

    Notary(MockServer server, MockSettings settings, DemoKeys keys, Population population, Faults faults) {
        RegisterView register = new RegisterView(AGENCY, population, faults);
        OAuthTokens tokens = new OAuthTokens(
                "/oauth/token", "dost-vahid", settings.secret("notary.client"), "reyestr.oxu", Clock.systemUTC());
        JwsSigner signer = new JwsSigner(AGENCY, keys, server.replies());
        server.rest(
                AGENCY,
                tokens.guarding(signer.signing(Inquiry.at(
                        "/v2/cixaris",
                        "/subyekt/fin",
                        (fin, question) -> JsonReplies.of(200, NotaryExtract.of(register.find(fin), Instant.now()))))));
    }
}
