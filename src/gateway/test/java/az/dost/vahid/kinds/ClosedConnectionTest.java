package az.dost.vahid.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.sources.agency.SingleAgency;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency may close a connection that was kept just as the next question comes: that costs nobody an answer. */
class ClosedConnectionTest {
    @TempDir
    private Path keys;

    private interface Asking {
        void with(SingleAgency gateway, GraphqlPeer agency, ClosingProxy proxy) throws Exception;
    }

    private void before(ClosingProxy.When when, Asking asking) throws Exception {
        Example example = Example.patient("vocational-register", keys);
        try (GraphqlPeer agency = new GraphqlPeer(example)) {
            Map<String, String> settings = agency.behave(Conduct.ANSWERS);
            int port =
                    URI.create(settings.get("vahid.endpoints." + example.id())).getPort();
            try (ClosingProxy proxy = new ClosingProxy(port, when);
                    SingleAgency gateway = example.gateway(ClosingProxy.before(example, proxy, settings))) {
                asking.with(gateway, agency, proxy);
            }
        }
    }

    @Test
    void a_question_on_a_kept_connection_that_is_closed_is_asked_again_on_another() throws Exception {
        before(ClosingProxy.When.USED_AGAIN, (gateway, agency, proxy) -> {
            for (int question = 1; question <= 3; question++) {
                SourceAnswer answer = gateway.ask(Peer.FIN, Example.PATIENCE_MS);
                assertThat(answer.verdict())
                        .as(question + ": " + answer.reason())
                        .isEqualTo(Verdict.ANSWERED);
                assertThat(agency.called).hasSize(question);
                assertThat(proxy.connections).hasValue(question);
            }
        });
    }

    @Test
    void an_agency_that_closes_every_connection_is_asked_three_times_and_no_more() throws Exception {
        before(ClosingProxy.When.ASKED, (gateway, agency, proxy) -> {
            SourceAnswer answer = gateway.ask(Peer.FIN, Example.PATIENCE_MS);
            assertThat(answer.reason()).isEqualTo(Reason.CONNECTION_FAILED);
            assertThat(answer.verdict()).isEqualTo(Verdict.UNAVAILABLE);
            assertThat(proxy.connections).hasValue(3);
        });
    }

    @Test
    void an_answer_that_breaks_off_is_not_asked_for_again() throws Exception {
        before(ClosingProxy.When.ANSWERING, (gateway, agency, proxy) -> {
            assertThat(gateway.ask(Peer.FIN, Example.PATIENCE_MS).reason()).isEqualTo(Reason.CONNECTION_FAILED);
            assertThat(proxy.connections).hasValue(1);
        });
    }
}
