package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Whoever applies at a sandbox asks at once, about people who are made up, and may nothing that an operator may. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SandboxTest {
    private static RunningVahid vahid;

    @BeforeAll
    static void starts() {
        vahid = RunningVahid.another("--vahid.admission.sandbox=true", "--vahid.admission.per-address=7");
    }

    @AfterAll
    static void end() {
        vahid.close();
    }

    @Test
    void from_an_application_to_a_first_call_and_a_first_event_without_an_operator() {
        long began = System.nanoTime();
        IncomingPartner stranger = IncomingPartner.stranger(vahid.address());
        JsonNode applied = stranger.apply().json();
        assertThat(applied.path("sandbox").asText()).startsWith("sandbox-");
        IncomingPartner partner = stranger.with(applied.path("secret").asText());
        assertThat(partner.lookUp("W1D0W01").status()).isEqualTo(200);
        try (ReceivedEvents webhook = new ReceivedEvents()) {
            Deliveries.first(vahid, partner, webhook, "fin", "dateOfBirth");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
        assertThat(partner.get("/v1/partners/me").json().path("state").asText()).isEqualTo("SANDBOX");
        assertThat(partner.send("DELETE", "/v1/partners/me/subscription", null)
                        .json()
                        .has("subscription"))
                .isFalse();
    }

    @Test
    @Tag("attack")
    void somebody_elses_certificate_tells_nothing_and_keeps_nobody_out() {
        IncomingPartner stranger = IncomingPartner.stranger(vahid.address());
        IncomingPartner.Answer first = stranger.apply();
        IncomingPartner.Answer second = stranger.apply();
        assertThat(first.status()).isEqualTo(second.status()).isEqualTo(201);
        assertThat(stranger.with(second.json().path("secret").asText())
                        .get("/v1/partners/me")
                        .json()
                        .path("keys"))
                .isEmpty();
    }

    /** Last: nobody can apply after it. */
    @Test
    @Order(Integer.MAX_VALUE)
    @Tag("attack")
    void a_flood_of_applications_ends_and_nothing_of_it_is_an_operator() {
        IncomingPartner stranger = IncomingPartner.stranger(vahid.address());
        ObjectNode application = stranger.application();
        application.putArray("grants").add("publish:az.dost.right-offer.v1");
        assertThat(stranger.send("POST", "/v1/partners/applications", application)
                        .code())
                .as("what the bus alone publishes")
                .isEqualTo("FIELD_INVALID");
        IncomingPartner.Answer last = null;
        int taken = 0;
        for (int i = 0; i < 9; i++) {
            last = IncomingPartner.stranger(vahid.address()).apply();
            taken += last.status() == 201 ? 1 : 0;
        }
        assertThat(taken).isBetween(4, 7);
        assertThat(last.code()).isEqualTo("TOO_MANY_REQUESTS");
    }
}
