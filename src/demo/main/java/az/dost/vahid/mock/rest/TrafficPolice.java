package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.population.Population;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Agency {@code traffic-police}: vehicles, over TLS on a port of its own, for whoever has the API key. */
@Component
final class TrafficPolice {
    private static final String AGENCY = "traffic-police";

    TrafficPolice(MockServer server, MockSettings settings, Population population, Faults faults) {
        RegisterView register = new RegisterView(AGENCY, population, faults);
        ApiKey key = new ApiKey(
                "X-DYP-Acar",
                settings.secret("traffic-police.key"),
                JsonReplies.of(401, Map.of("xeta", "ACAR_YANLISDIR")));
        server.rest(
                AGENCY,
                server.replies()
                        .altering(
                                AGENCY,
                                key.guarding(Inquiry.at(
                                        "/neqliyyat/siyahi",
                                        "/fin",
                                        (fin, question) -> JsonReplies.of(
                                                200, VehicleList.of(register.find(fin), Instant.now()))))));
    }
}
