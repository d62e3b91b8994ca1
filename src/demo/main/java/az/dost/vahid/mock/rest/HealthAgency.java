package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import az.dost.vahid.mock.kit.RestEndpoint.Request;
import az.dost.vahid.mock.population.Population;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The e-health register: a FHIR R4 server that is searched by POST (section 3.1.1.4), so that no FIN is in a URL. */
@Component
final class HealthAgency {
    private static final String ID = "health";
    private static final String FHIR_JSON = "application/fhir+json";
    private static final String SEARCH = "/fhir/r4/ServiceRequest/_search";
    private static final String PATIENT = "patient.identifier=";
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private final RegisterView register;

    HealthAgency(MockServer server, DemoKeys keys, Faults faults, Population population, MockSettings settings) {
        register = new RegisterView(ID, population, faults);
        OAuthTokens tokens = new OAuthTokens(
                "/auth/token",
                "dost",
                settings.secret(ID + ".client-secret"),
                "system/ServiceRequest.read",
                Clock.systemUTC());
        server.rest(ID, tokens.guarding(new JwsSigner(ID, keys, server.replies()).signing(this::search)));
    }

    private Reply search(Request request) {
        if (!request.method().equals("POST") || !request.path().equals(SEARCH)) {
            return outcome(404, "not-supported");
        }
        return fin(new String(request.body(), StandardCharsets.UTF_8))
                .map(fin ->
                        JsonReplies.of(200, FHIR_JSON, ReferralBundle.of(register.find(fin), OffsetDateTime.now(BAKU))))
                .orElseGet(() -> outcome(400, "required"));
    }

    /** Takes the FIN out of the search parameter {@code patient.identifier}, a token {@code system|value}. */
    private static Optional<String> fin(String form) {
        return Arrays.stream(form.split("&"))
                .filter(pair -> pair.startsWith(PATIENT))
                .map(pair -> URLDecoder.decode(pair.substring(PATIENT.length()), StandardCharsets.UTF_8))
                .filter(token -> token.startsWith(ReferralBundle.FIN + "|"))
                .map(token -> token.substring(ReferralBundle.FIN.length() + 1))
                .findFirst();
    }

    private static Reply outcome(int status, String code) {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
        outcome.putArray("issue").addObject().put("severity", "error").put("code", code);
        return JsonReplies.of(status, FHIR_JSON, outcome);
    }
}
