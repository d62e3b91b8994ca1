package az.dost.vahid.sources.agency;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.sources.agency.call.Admission;
import az.dost.vahid.sources.agency.call.AgencyException;
import az.dost.vahid.sources.agency.call.Answers;
import az.dost.vahid.sources.agency.call.Conversation;
import az.dost.vahid.sources.agency.call.Replies;
import az.dost.vahid.sources.agency.call.SourceSight;
import az.dost.vahid.sources.agency.call.Wire;
import az.dost.vahid.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** An answer in pages: when there is another one, what each must say, and whom one that broke off was of. */
class PagesTest {
    private static final String FIN = "1ABCDE2";
    private static final String OTHER = "3FGHJK4";
    private static final PersonHash PERSONS = new PersonHash(new byte[32]);
    private final Deque<String> pages = new ArrayDeque<>();

    /** An agency that gives these pages and then falls silent; REQUEST stands for the request's id. */
    private final class Agency implements Wire {
        @Override
        public void ask(Message message, Conversation conversation) {}

        @Override
        public Reply take(Message message, Conversation conversation) {
            if (pages.isEmpty()) {
                throw new AgencyException(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME);
            }
            return new Reply(
                    pages.remove().replace("REQUEST", conversation.requestId).getBytes(StandardCharsets.UTF_8),
                    "application/json",
                    null);
        }
    }

    private static String page(String fin, String request, Instant at, String... items) {
        return "{\"fin\":\"" + fin + "\",\"request\":\"" + request + "\",\"at\":\"" + at + "\",\"items\":["
                + String.join(",", items) + "]}";
    }

    private static String page(String fin, String... items) {
        return page(fin, "REQUEST", Instant.now(), items);
    }

    /** @param mapping of what else than the subject there is */
    private SourceAnswer ask(String mapping, String... said) {
        pages.addAll(List.of(said));
        Connector.Call call = new Connector.Call(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "json",
                List.of(200),
                new Connector.Paging("/items", "size(.items) >= 2", 3),
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null);
        Connector.Proof proof =
                new Connector.Proof(Connector.ProofKind.TLS, null, Connector.AnswerTo.REQUEST_ID, 60, true, null);
        Connector connector = new Connector(
                "agency",
                null,
                null,
                null,
                false,
                Connector.Protocol.REST,
                null,
                List.of(),
                null,
                null,
                5000,
                1,
                1,
                false,
                10_000,
                call,
                null,
                proof,
                null,
                null,
                null);
        Mapping compiled = Mapping.compile(
                "{\"subject\": .fin, \"requestId\": .request, \"asOf\": .at, \"facts\": " + mapping + "}");
        Answers answers = new Answers(
                "agency",
                new Admission("agency", 1, null),
                compiled,
                connector.facts(),
                PERSONS,
                FactCheck.ofContract(),
                new SourceSight(new SimpleMeterRegistry(), Traces.OFF));
        AgencyCall agency = new AgencyCall(
                new ConnectorFolder(connector, compiled, null, "sha-256:00"),
                new Agency(),
                null,
                new Replies(connector, null, null),
                answers,
                new CryptoProvider(false),
                "CN=agency");
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage()
                .setBody(new Question(
                        FIN, "service", "official", "case", System.nanoTime() + TimeUnit.MINUTES.toNanos(1), true));
        agency.admit(exchange);
        try {
            while (agency.unfinished(exchange)) {
                agency.take(exchange);
            }
            agency.answer(exchange);
        } catch (RuntimeException e) {
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, e);
            answers.fail(exchange, "agency");
        }
        return exchange.getMessage().getBody(SourceAnswer.class);
    }

    @Test
    void whether_there_is_another_page_follows_from_the_page_and_not_from_those_before_it() {
        SourceAnswer answer = ask("{}", page(FIN, "1", "2"), page(FIN, "3"));
        assertThat(answer.verdict()).isEqualTo(Verdict.NO_RECORD);
        assertThat(answer.evidence()).hasSize(2);
    }

    @Test
    void the_mapping_sees_the_items_of_all_pages() {
        assertThat(ask("if (size(.items) == 3) {} else error(\"They are lost\")", page(FIN, "1", "2"), page(FIN, "3"))
                        .verdict())
                .isEqualTo(Verdict.NO_RECORD);
    }

    @Test
    void an_answer_that_breaks_off_after_a_page_about_somebody_else_tells_of_whom() {
        SourceAnswer answer = ask("{}", page(OTHER, "1", "2"));
        assertThat(answer.verdict()).isEqualTo(Verdict.TIMED_OUT);
        assertThat(answer.evidence()).hasSize(1);
        assertThat(answer.otherPerson()).isEqualTo(PERSONS.of(OTHER));
    }

    @Test
    void a_page_that_the_mapping_refuses_without_the_others_tells_of_whom_it_is() {
        assertThat(ask("if (size(.items) == 3) {} else error(\"The pages do not fit together\")", page(OTHER, "1", "2"))
                        .otherPerson())
                .isEqualTo(PERSONS.of(OTHER));
    }

    @Test
    void an_answer_that_the_mapping_refuses_tells_of_whom_it_is() {
        SourceAnswer answer = ask("error(\"Neither this nor that\")", page(OTHER, "1"));
        assertThat(answer.reason()).isEqualTo(Reason.UNMAPPABLE);
        assertThat(answer.otherPerson()).isEqualTo(PERSONS.of(OTHER));
    }

    @Test
    void a_later_page_without_its_list_tells_of_whom_it_is() {
        SourceAnswer answer = ask("{}", page(FIN, "1", "2"), "{\"fin\":\"" + OTHER + "\"}");
        assertThat(answer.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(answer.otherPerson()).isEqualTo(PERSONS.of(OTHER));
    }

    @Test
    void an_answer_that_breaks_off_and_is_about_the_right_one_mixes_up_nobody() {
        assertThat(ask("error(\"Neither this nor that\")", page(FIN, "1", "2")).otherPerson())
                .isNull();
        assertThat(ask("{}", page("nobody", "1", "2")).otherPerson())
                .as("no FIN")
                .isNull();
    }

    @Test
    void each_page_must_answer_the_request_that_was_sent() {
        assertThat(ask("{}", page(FIN, "1", "2"), page(FIN, "another", Instant.now(), "3"))
                        .reason())
                .isEqualTo(Reason.OTHER_REQUEST);
    }

    @Test
    void each_page_must_be_of_now() {
        assertThat(ask(
                                "{}",
                                page(FIN, "1", "2"),
                                page(FIN, "REQUEST", Instant.now().minusSeconds(3600), "3"))
                        .reason())
                .isEqualTo(Reason.TOO_OLD);
    }
}
