package az.dost.vahid.faces;

import static az.dost.vahid.faces.SpdciMessages.SUBSCRIBE;
import static az.dost.vahid.faces.SpdciMessages.UNSUBSCRIBE;
import static az.dost.vahid.faces.SpdciMessages.acknowledged;
import static az.dost.vahid.faces.SpdciMessages.newCase;
import static az.dost.vahid.faces.SpdciMessages.subscribe;
import static az.dost.vahid.faces.SpdciMessages.unsubscribe;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.event.OwnEvents;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Senders that are told of one person's events, within what their requester's subscriptions give. */
@Tag("attack")
class SpdciSubscriptionsTest {
    private static final String BIRTH = "az.dost.birth.v1";
    private static final AtomicInteger CITIZENS = new AtomicInteger(3_000);
    private static final SpdciSender SENDER = SpdciSender.get();

    /** An operator lets the system be told of births, and of nothing else. */
    @BeforeAll
    static void given() throws IOException {
        Path folder = Files.createDirectories(SENDER.vahid.data().resolve("subscriptions"));
        Files.writeString(folder.resolve("programmes-births.yaml"), """
                id: programmes-births
                subscriber: programmes
                legalBasis: Test
                gives: {az.dost.birth.v1: [fin]}
                deliver: {folder: programmes}
                """);
        Awaitility.await("the subscription")
                .until(() -> SENDER.vahid.bean(OwnEvents.class).giving(BIRTH).containsValue("programmes"));
    }

    private static String citizen() {
        return SENDER.vahid.population().fin(CITIZENS.getAndIncrement());
    }

    private static JsonNode response(ObjectNode message) {
        JsonNode call = SENDER.answered("on-subscribe", acknowledged(SUBSCRIBE, message));
        assertThat(call.at("/header/action").asText()).isEqualTo("on-subscribe");
        return call.at("/message/subscribe_response/0");
    }

    private static void refused(ObjectNode message, String reason, String code) {
        JsonNode response = response(message);
        assertThat(response.path("status").asText()).as(response.toString()).isEqualTo("rjct");
        assertThat(response.path("status_reason_code").asText()).isEqualTo(reason);
        assertThat(response.path("status_reason_message").asText()).startsWith(code);
        assertThat(response.has("subscriptions")).isFalse();
    }

    private static void born(String fin) {
        ObjectNode event = Gateway.JSON
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", "spdci/" + UUID.randomUUID())
                .put("source", "urn:dost:publisher:civil-registry")
                .put("type", BIRTH)
                .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        event.putObject("data")
                .put("fin", fin)
                .put("dateOfBirth", "2026-11-30")
                .put("motherFin", citizen())
                .put("recordNumber", "1");
        var answer = Gateway.send(
                "POST",
                "/v1/events",
                event.toString(),
                Map.of("Authorization", "Bearer demo-civil-registry", "Content-Type", "application/cloudevents+json"));
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void who_has_subscribed_to_a_person_is_told_of_his_events_and_after_the_end_no_more() {
        String fin = citizen();
        ObjectNode wish = subscribe(fin, "spdci-common:RegistryEventType:LiveBirth", newCase());
        JsonNode response = response(wish);
        assertThat(response.path("status").asText()).as(response.toString()).isEqualTo("succ");
        String code = response.at("/subscriptions/0/code").asText();
        refused(subscribe(fin, "LiveBirth", newCase()), "rjct.event.already_subscribed", "FIELD_INVALID");

        born(citizen());
        born(fin);
        JsonNode notice = SENDER.call(
                "notify", body -> body.at("/message/transaction_id").asText().equals(code));
        assertThat(notice.at("/header/action").asText()).isEqualTo("notify");
        assertThat(notice.at("/message/notify_event")).hasSize(1);
        assertThat(notice.at("/message/notify_event/0/data/reg_records/identifier/0/identifier_value")
                        .asText())
                .isEqualTo(fin);
        assertThat(notice.at("/message/notify_event/0/data").toString())
                .as("of whom and which, and no more")
                .doesNotContain("2026-11-30", "recordNumber");

        JsonNode ended = SENDER.answered("on-unsubscribe", acknowledged(UNSUBSCRIBE, unsubscribe(code)));
        assertThat(ended.at("/message/status").asText()).isEqualTo("succ");
        assertThat(ended.at("/message/subscription_status/0/code").asText()).isEqualTo(code);
        JdbcTemplate database = SENDER.vahid.bean(JdbcTemplate.class);
        int before = notices(database);
        born(fin);
        assertThat(notices(database)).isEqualTo(before);
        assertThat(database.queryForList(
                        "select entry ->> 'act' from audit where entry ->> 'subscription' = ? order by sequence",
                        String.class,
                        code))
                .containsExactly("spdci-subscribed", "spdci-unsubscribed");
    }

    private static int notices(JdbcTemplate database) {
        return database.queryForObject("select count(*) from spdci_message where kind = 'NOTIFY'", Integer.class);
    }

    @Test
    void nobody_is_told_of_what_an_operator_does_not_give() {
        refused(subscribe(citizen(), "Death", newCase()), "rjct.notify_types.invalid", "NOT_GRANTED");
        refused(subscribe(citizen(), "Everything", newCase()), "rjct.notify_types.invalid", "FIELD_INVALID");
    }

    @Test
    void nobody_is_told_of_people_by_what_they_are() throws Exception {
        ObjectNode message = subscribe(citizen(), "LiveBirth", newCase());
        ObjectNode criteria = (ObjectNode) message.at("/message/subscribe_request/0/subscribe_criteria");
        criteria.put("filter_type", "predicate")
                .set("filter", Gateway.JSON.readTree("[{\"expression1\":{\"attribute_name\":\"age\"}}]"));
        refused(message, "rjct.person_id.invalid", "FIELD_INVALID");
        refused(subscribe("TEST-001", "LiveBirth", newCase()), "rjct.person_id.invalid", "FIELD_INVALID");
    }

    @Test
    void a_wish_without_its_purpose_or_for_a_service_that_is_not_granted_is_refused() {
        ObjectNode message = subscribe(citizen(), "LiveBirth", newCase());
        SpdciMessages.header(message).remove("meta");
        refused(message, "rjct.notify_details.invalid", "FIELD_MISSING");
        ObjectNode other = subscribe(citizen(), "LiveBirth", newCase());
        SpdciMessages.meta(other).put("service", "child-allowance");
        refused(other, "rjct.notify_details.invalid", "NOT_GRANTED");
    }

    @Test
    void of_a_protected_person_nobody_is_told() {
        refused(subscribe("H1DDEN1", "LiveBirth", newCase()), "rjct.notify_details.invalid", "APPROVAL_NEEDED");
    }

    @Test
    void a_subscription_of_somebody_else_cannot_be_ended() {
        String code = response(subscribe(citizen(), "LiveBirth", newCase()))
                .at("/subscriptions/0/code")
                .asText();
        JdbcTemplate database = SENDER.vahid.bean(JdbcTemplate.class);
        database.update(
                "update spdci_subscription set requester = 'dost-centre-1' where id = ?", UUID.fromString(code));
        JsonNode call = SENDER.answered(
                "on-unsubscribe",
                acknowledged(UNSUBSCRIBE, unsubscribe(code, UUID.randomUUID().toString(), "sub-test-001")));
        assertThat(call.at("/message/status").asText()).isEqualTo("rjct");
        assertThat(call.at("/message/status_reason_code").asText()).isEqualTo("rjct.subscription_code.invalid");
        assertThat(call.at("/message/subscription_status")).isEmpty();
    }

    @Test
    void a_subscription_ends_by_itself_and_may_begin_anew() {
        String fin = citizen();
        String code = response(subscribe(fin, "LiveBirth", newCase()))
                .at("/subscriptions/0/code")
                .asText();
        JdbcTemplate database = SENDER.vahid.bean(JdbcTemplate.class);
        database.update(
                "update spdci_subscription set until = now() - interval '1 second' where id = ?",
                UUID.fromString(code));
        int before = notices(database);
        born(fin);
        assertThat(notices(database)).isEqualTo(before);
        assertThat(response(subscribe(fin, "LiveBirth", newCase()))
                        .path("status")
                        .asText())
                .isEqualTo("succ");
        born(fin);
        assertThat(notices(database)).isEqualTo(before + 1);
    }

    @Test
    void who_lost_the_service_is_told_of_nobody() throws IOException {
        String fin = citizen();
        assertThat(response(subscribe(fin, "LiveBirth", newCase()))
                        .path("status")
                        .asText())
                .isEqualTo("succ");
        JdbcTemplate database = SENDER.vahid.bean(JdbcTemplate.class);
        SENDER.without("ccu-intake, ", () -> {
            born(fin);
            Awaitility.await("the notice")
                    .untilAsserted(() -> assertThat(
                                    database.queryForMap(
                                            "select state, code from spdci_message where kind = 'NOTIFY' order by id desc limit 1"))
                            .containsEntry("state", "REFUSED")
                            .containsEntry("code", "NOT_GRANTED"));
        });
    }
}
