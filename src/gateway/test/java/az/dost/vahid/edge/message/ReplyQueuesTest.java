package az.dost.vahid.edge.message;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.edge.access.Requester;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("attack")
class ReplyQueuesTest {
    private static final Requester OFFICE = new Requester(
            "office",
            "Office",
            null,
            Set.of(),
            null,
            null,
            false,
            null,
            false,
            null,
            null,
            null,
            null,
            null,
            Set.of("office.answers"),
            null,
            null,
            null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue://vahid.lookup.dead",
                "queue://vahid.events",
                "topic://vahid.events",
                "topic://requester.office.a",
                "queue://requester.office",
                "queue://requester.office2.a",
                "queue://requester.other.a",
                "queue://REQUESTER.office.a",
                "queue://requester.office.a::vahid.lookup",
                "queue://requester.office.#",
                "queue://requester.office.*",
                "queue://requester.office. a",
                "queue://office.answers2",
                "temp-queue://vahid.lookup.dead",
                "temp-queue://requester.office.a",
                "temp-queue://office.answers",
                "temp-topic://0b1f9c2e-7a34-4c55-9c1a-0123456789ab",
                "requester.office.a",
                "queue://0b1f9c2e-7a34-4c55-9c1a-0123456789ab",
                "queue://activemq.management",
                "queue://"
            })
    void an_answer_goes_to_no_other_queue(String named) {
        assertThatThrownBy(() -> ReplyQueues.judge(OFFICE, ActiveMQDestination.fromPrefixedName(named)))
                .hasMessageContaining("NOT_GRANTED JMSReplyTo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue://requester.office.answers",
                "queue://requester.office.2026.a-b_c",
                "queue://office.answers",
                "temp-queue://0b1f9c2e-7a34-4c55-9c1a-0123456789ab"
            })
    void an_answer_may_go_to_a_queue_of_its_own(String named) {
        assertThatCode(() -> ReplyQueues.judge(OFFICE, ActiveMQDestination.fromPrefixedName(named)))
                .doesNotThrowAnyException();
    }
}
