package az.dost.vahid.mock.rest;

import az.dost.vahid.json.Json;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import az.dost.vahid.mock.kit.RestEndpoint.Request;
import az.dost.vahid.mock.population.Population;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The education register: JSON behind OAuth 2.0; the TLS connection is all that proves who answered. */
@Component
final class EducationAgency {
    private static final String ID = "education";
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private static final ObjectMapper JSON = Json.mapper();
    private final RegisterView register;

    EducationAgency(MockServer server, DemoKeys keys, Faults faults, Population population, MockSettings settings) {
        register = new RegisterView(ID, population, faults);
        // The gateway pins the certificate of the connection.
        keys.agency(ID, "EC");
        OAuthTokens tokens = new OAuthTokens(
                "/oauth2/token", "dost-vahid", settings.secret(ID + ".client-secret"), "tehsil.oxu", Clock.systemUTC());
        server.rest(ID, server.replies().altering(ID, tokens.guarding(this::answer)));
    }

    private Reply answer(Request request) throws IOException {
        if (!request.method().equals("POST") || !request.path().equals("/api/v1/tehsil")) {
            return refuse(405, 5, "Belə əməliyyat yoxdur");
        }
        String fin = JSON.readTree(request.body()).path("fin").asText();
        if (fin.isEmpty()) {
            return refuse(400, 1, "fin göstərilməyib");
        }
        RegisterView.Entry person = register.find(fin);
        return JsonReplies.of(person.known() ? 200 : 404, StudyRecords.of(person, OffsetDateTime.now(BAKU)));
    }

    private static Reply refuse(int status, int code, String text) {
        return JsonReplies.of(status, Map.of("netice", Map.of("kod", code, "mesaj", text)));
    }
}
