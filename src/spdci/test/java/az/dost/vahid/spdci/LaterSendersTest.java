package az.dost.vahid.spdci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.journeys.event.RetryRule;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a message's sender is told when settings have changed since it came, or it cannot be reached. */
@Tag("attack")
class LaterSendersTest {
    private static final String OWN = "https://mis.example.org/registry/";
    private final SenderPauses pauses = new SenderPauses(new RetryRule(1, 60_000, 2, 600_000));

    private LaterSenders senders(String requester, String callback) {
        Senders senders = new Senders(
                Map.of("mis", new SpdciSettings.Sender(requester, "", true, callback)), address -> Optional.empty());
        return new LaterSenders(senders, new Callbacks(senders, null), pauses, null);
    }

    private static LaterMessage message(String named) {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put(LaterMessage.SENDER, "mis")
                .put(LaterMessage.ADDRESS, named);
        return new LaterMessage(UUID.randomUUID(), "programmes", Kind.SEARCH, content, null, 0);
    }

    @Test
    void who_is_no_sender_of_the_requester_any_more_is_told_nothing() {
        assertThatThrownBy(() -> senders("somebody-else", OWN).requester(message(null)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("NOT_GRANTED");
    }

    @Test
    void an_address_that_was_right_when_the_message_came_is_looked_at_again() {
        assertThat(senders("programmes", OWN).address(message(null))).isEqualTo(OWN + "on-search");
        assertThat(senders("programmes", OWN).address(message(OWN + "v2/on-search")))
                .isEqualTo(OWN + "v2/on-search");
        assertThat(senders("programmes", "").address(message(null))).isNull();
        for (String now : new String[] {"", "https://other.example.org/registry/"}) {
            assertThatThrownBy(() -> senders("programmes", now).address(message(OWN + "v2/on-search")))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void a_sender_that_hangs_is_left_alone_and_holds_up_no_other() {
        LaterSenders senders = senders("programmes", OWN);
        assertThat(senders.pause(message(null))).isZero();
        senders.failed(message(null));
        senders.failed(message(null));
        assertThat(senders.pause(message(null))).isBetween(100_000L, 120_000L);
        assertThat(pauses.left("another")).isZero();
        senders.reached(message(null));
        assertThat(senders.pause(message(null))).isZero();
    }
}
