package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishingTest {
    private final RunningEvents gateway = RunningEvents.get();

    @Test
    void an_event_repeated_byte_by_byte_is_the_first_one() throws Exception {
        ObjectNode event = Publisher.death("again-1", "W1D0W01");
        HttpResponse<String> first = gateway.as("registry").publish(event);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.headers().firstValue("Vahid-Signature")).isPresent();
        assertThat(gateway.as("registry").publish(event).body()).isEqualTo(first.body());
    }

    @Test
    void another_event_under_the_same_id_is_refused() throws Exception {
        assertThat(gateway.as("registry")
                        .publish(Publisher.death("taken-1", "W1D0W01"))
                        .statusCode())
                .isEqualTo(202);
        refused(gateway.as("registry"), Publisher.death("taken-1", "W1D0W02"), 409, "EVENT_ID_USED");
    }

    @Test
    void another_publishers_event_may_have_the_same_id() {
        assertThat(gateway.as("registry")
                        .publish(Publisher.death("both-1", "W1D0W01"))
                        .statusCode())
                .isEqualTo(202);
        assertThat(gateway.as("other-registry")
                        .publish(
                                Publisher.death("both-1", "W1D0W01").put("source", "urn:dost:publisher:other-registry"))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void nobody_publishes_without_a_token() throws Exception {
        refused(gateway.as(null), Publisher.death("token-1", "W1D0W01"), 401, "UNAUTHENTICATED");
    }

    @Test
    void nobody_publishes_a_type_that_it_was_not_granted() throws Exception {
        refused(gateway.as("reader"), Publisher.death("grant-1", "W1D0W01"), 403, "NOT_GRANTED");
    }

    @Test
    void nobody_publishes_in_another_publishers_name() throws Exception {
        refused(gateway.as("other-registry"), Publisher.death("source-1", "W1D0W01"), 400, "FIELD_INVALID");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"id, FIELD_MISSING", "type, FIELD_MISSING", "data, FIELD_MISSING"})
    void an_event_without_a_required_attribute_is_refused(String attribute, String code) throws Exception {
        assertThat(refused(
                        event -> {
                            event.remove(attribute);
                            return event;
                        },
                        code))
                .isEqualTo(attribute);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "specversion, 0.3, FIELD_INVALID",
        "type, az.dost.wedding.v1, FIELD_INVALID",
        "time, 2026-02-30T00:00:00Z, FIELD_INVALID",
        "time, 2999-01-01T00:00:00Z, FIELD_INVALID",
        "subject, W1D0W01, FIELD_UNKNOWN",
        "vahidid, 0190c2a4-7a00-7000-8000-000000000000, FIELD_UNKNOWN"
    })
    void an_event_with_a_wrong_attribute_is_refused(String attribute, String value, String code) throws Exception {
        assertThat(refused(event -> event.put(attribute, value), code)).isEqualTo(attribute);
    }

    @ParameterizedTest(name = "data.{0} = {1}")
    @CsvSource({"fin, I000000, FIELD_INVALID", "dateOfDeath, 05.01.2026, FIELD_INVALID", "cause, private, FIELD_UNKNOWN"
    })
    void an_event_whose_data_does_not_fit_its_type_is_refused_without_its_values(
            String field, String value, String code) throws Exception {
        assertThat(refused(
                        event -> {
                            ((ObjectNode) event.get("data")).put(field, value);
                            return event;
                        },
                        code))
                .isEqualTo("data." + field);
    }

    private String refused(UnaryOperator<ObjectNode> fault, String code) throws Exception {
        ObjectNode event = fault.apply(Publisher.death("bad-1", "W1D0W03"));
        return refused(gateway.as("registry"), event, 400, code);
    }

    /** The field named. */
    private String refused(Publisher publisher, ObjectNode event, int status, String code) throws Exception {
        int before = gateway.database().queryForObject("select count(*) from event", Integer.class);
        HttpResponse<String> answer = publisher.publish(event);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        ObjectNode problem = (ObjectNode) Publisher.JSON.readTree(answer.body());
        assertThat(problem.path("code").textValue()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("W1D0W", "I000000", "05.01.2026");
        assertThat(gateway.database().queryForObject("select count(*) from event", Integer.class))
                .isEqualTo(before);
        return problem.path("field").textValue();
    }
}
