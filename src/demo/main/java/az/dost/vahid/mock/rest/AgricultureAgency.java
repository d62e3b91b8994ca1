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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The farm register: accepts a question, prepares the answer, and has it fetched later from another address. */
@Component
final class AgricultureAgency {
    private static final String ID = "agriculture";
    private static final String QUESTIONS = "/v1/sorgular";
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private static final int MOST_INQUIRIES = 20_000;
    private static final ObjectMapper JSON = Json.mapper();
    private final FarmInquiries inquiries = new FarmInquiries(MOST_INQUIRIES);
    private final RegisterView register;
    private final JwsSigner signer;

    AgricultureAgency(MockServer server, DemoKeys keys, Faults faults, Population population, MockSettings settings) {
        register = new RegisterView(ID, population, faults);
        signer = new JwsSigner(ID, keys, server.replies());
        server.rest(
                ID,
                new ApiKey("X-EKTIS-Key", settings.secret(ID + ".api-key"), state(401, "ACAR_YANLISDIR"))
                        .guarding(this::answer));
    }

    private Reply answer(Request request) throws Exception {
        if (request.method().equals("POST") && request.path().equals(QUESTIONS)) {
            return accept(request);
        }
        boolean fetch = request.method().equals("GET") && request.path().startsWith(QUESTIONS + "/");
        return fetch ? fetch(request.path().substring(QUESTIONS.length() + 1)) : state(404, "UNVAN_YOXDUR");
    }

    private Reply accept(Request request) throws IOException {
        String fin = JSON.readTree(request.body()).path("fin").asText();
        return fin.isEmpty()
                ? state(400, "FIN_YOXDUR")
                : state(202, "HAZIRLANIR")
                        .with("Location", "/" + ID + QUESTIONS + "/" + inquiries.accept(fin, request, Instant.now()));
    }

    private Reply fetch(String inquiryId) throws Exception {
        FarmInquiries.Inquiry inquiry = inquiries.find(inquiryId).orElse(null);
        if (inquiry == null) {
            return state(404, "SORGU_TAPILMADI");
        }
        return !inquiry.ready(Instant.now())
                ? state(202, "HAZIRLANIR")
                : signer.sign(
                        inquiry.question(),
                        JsonReplies.of(200, FarmRecord.of(register.find(inquiry.fin()), OffsetDateTime.now(BAKU))));
    }

    private static Reply state(int status, String state) {
        return JsonReplies.of(status, Map.of("veziyyet", state));
    }
}
