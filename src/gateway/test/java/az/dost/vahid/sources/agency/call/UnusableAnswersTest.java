package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.answer.Verdict;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Status;

/** That an agency's answers cannot be used is told once, in the words of its rows, and so is the end of it. */
class UnusableAnswersTest {
    private static final SourceAnswer FINE = answer(Verdict.ANSWERED, null);
    private static final SourceAnswer BROKEN =
            answer(Verdict.REJECTED, Reason.UNMAPPABLE, new Unmappable("income", "/income/0/amount", "type", null));

    private final UnusableAnswers answers = new UnusableAnswers();
    private final Logger log = (Logger) LoggerFactory.getLogger(UnusableAnswers.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
    }

    private static SourceAnswer answer(Verdict verdict, Reason reason, Unmappable... lost) {
        return new SourceAnswer(
                "agency", verdict, reason, null, 40, JsonNodeFactory.instance.objectNode(), List.of(), List.of(lost));
    }

    private void see(SourceAnswer answer, int times) {
        for (int i = 0; i < times; i++) {
            answers.saw(answer);
        }
    }

    private List<String> told() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void a_contract_that_was_broken_is_a_line_and_a_warning_until_answers_fit_again() {
        see(BROKEN, 10);
        assertThat(told())
                .containsExactly(
                        "Answers of agency agency cannot be used, 3 in a row: REJECTED UNMAPPABLE (income, type)");
        assertThat(answers.health().getStatus().getCode()).isEqualTo("WARNING");
        assertThat(answers.health().getDetails().get("agency").toString())
                .startsWith("REJECTED UNMAPPABLE (income, type), 10 answers in a row since ");
        see(FINE, 1);
        assertThat(told())
                .hasSize(2)
                .last()
                .isEqualTo("Answers of agency agency can be used again, after 10 that could not");
        assertThat(answers.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void one_citizen_whose_record_is_broken_is_nothing_to_act_on() {
        for (int i = 0; i < 10; i++) {
            see(BROKEN, 2);
            see(FINE, 1);
        }
        assertThat(told()).isEmpty();
        assertThat(answers.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void silence_is_a_line_and_the_breaker_s_business() {
        see(answer(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME), 3);
        see(answer(Verdict.UNAVAILABLE, Reason.CIRCUIT_OPEN), 100);
        assertThat(told())
                .containsExactly("Answers of agency agency cannot be used, 3 in a row: TIMED_OUT NO_ANSWER_IN_TIME");
        assertThat(answers.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void why_an_agency_fails_is_known_after_its_breaker_has_opened_and_between_good_answers() {
        assertThat(answers.last("agency")).isNull();
        see(answer(Verdict.REJECTED, Reason.SIGNATURE_INVALID), 1);
        see(answer(Verdict.UNAVAILABLE, Reason.CONNECTION_FAILED), 1);
        see(answer(Verdict.UNAVAILABLE, Reason.CIRCUIT_OPEN), 10);
        see(FINE, 1);
        assertThat(answers.last("agency").verdict()).isEqualTo("UNAVAILABLE");
        assertThat(answers.last("agency").reason()).isEqualTo("CONNECTION_FAILED");
        assertThat(answers.last("another")).isNull();
    }

    @Test
    void own_faults_are_no_agency_s() {
        see(answer(Verdict.UNAVAILABLE, Reason.INTERNAL), 10);
        see(answer(Verdict.UNAVAILABLE, Reason.BULKHEAD_FULL), 10);
        assertThat(told()).isEmpty();
    }
}
