package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.answer.Verdict;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the sources of a dossier said is the same when it is completed later. */
class OpenAnswersTest {
    private static final Evidence EVIDENCE =
            new Evidence(UUID.randomUUID(), new byte[] {1}, "text/xml", "CN=a", "", "", "");

    private static SourceAnswer keptAndRead(SourceAnswer answer) {
        return OpenAnswers.read(OpenAnswers.write(List.of(answer)), Map.of(EVIDENCE.id(), EVIDENCE))
                .get(0);
    }

    @Test
    void an_answer_about_somebody_else_still_says_about_whom() {
        SourceAnswer mixedUp = new SourceAnswer(
                "traffic-police",
                Verdict.REJECTED,
                Reason.OTHER_CITIZEN,
                null,
                7,
                JsonNodeFactory.instance.objectNode(),
                List.of(EVIDENCE),
                List.of(),
                "hash-of-the-other-one",
                "Client PersonNotFound");
        assertThat(keptAndRead(mixedUp).otherPerson()).isEqualTo("hash-of-the-other-one");
        assertThat(keptAndRead(mixedUp)).isEqualTo(mixedUp);
    }

    @Test
    void an_answer_that_was_believed_in_part_is_the_same() {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.putObject("death").put("date", "2020-01-01");
        SourceAnswer stale = new SourceAnswer(
                "pensions",
                Verdict.STALE,
                Reason.SNAPSHOT_OLD,
                Instant.parse("2026-01-01T00:00:00.123Z"),
                7,
                facts,
                List.of(EVIDENCE),
                List.of(new Unmappable("benefits", "/benefits/1/amount", "NOT_AN_AMOUNT")));
        assertThat(keptAndRead(stale)).isEqualTo(stale);
    }

    @Test
    void what_a_fault_has_cost_is_the_same() {
        List<Unmappable> told = List.of(
                new Unmappable("family", "/family/children/1/fin", "PATTERN", "/family/children/1"),
                new Unmappable("family", "/family", "UNKNOWN_FIELD", null));
        SourceAnswer answer = new SourceAnswer(
                "civil-status",
                Verdict.ANSWERED,
                Reason.UNMAPPABLE,
                Instant.parse("2026-01-01T00:00:00Z"),
                7,
                JsonNodeFactory.instance.objectNode(),
                List.of(EVIDENCE),
                told);
        assertThat(keptAndRead(answer).unmappable()).isEqualTo(told);
    }
}
