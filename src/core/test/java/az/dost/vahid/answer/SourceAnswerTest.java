package az.dost.vahid.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether an answer with something that cannot be believed is refused depends on what was asked for. */
class SourceAnswerTest {
    private static SourceAnswer withBadLivestock(Verdict verdict, Reason reason, String... believed) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        List.of(believed).forEach(facts::putArray);
        return new SourceAnswer(
                "agriculture",
                verdict,
                reason,
                Instant.EPOCH,
                1,
                facts,
                List.of(),
                List.of(new Unmappable("livestock", "/livestock/cattle", "TYPE")));
    }

    @Test
    void one_of_which_nothing_is_left_is_refused_where_the_bad_fact_was_asked_for() {
        SourceAnswer refused =
                withBadLivestock(Verdict.ANSWERED, Reason.UNMAPPABLE).askedFor(List.of("landShare", "livestock"));
        assertThat(refused.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(refused.reason()).isEqualTo(Reason.UNMAPPABLE);
        assertThat(refused.asOf()).isNull();
    }

    @Test
    void a_bad_fact_that_nobody_asked_for_refuses_nothing() {
        SourceAnswer answered = withBadLivestock(Verdict.ANSWERED, Reason.UNMAPPABLE);
        assertThat(answered.askedFor(List.of("landShare"))).isSameAs(answered);
    }

    @Test
    void an_old_one_is_still_old_when_a_fact_that_nobody_asked_for_is_bad() {
        SourceAnswer old = withBadLivestock(Verdict.STALE, Reason.SNAPSHOT_OLD);
        assertThat(old.askedFor(List.of("landShare"))).isSameAs(old);
        assertThat(old.askedFor(List.of("livestock")).verdict()).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void what_is_believed_of_an_answer_keeps_it() {
        SourceAnswer answered = withBadLivestock(Verdict.ANSWERED, Reason.UNMAPPABLE, "landShare");
        assertThat(answered.askedFor(List.of("livestock"))).isSameAs(answered);
    }
}
