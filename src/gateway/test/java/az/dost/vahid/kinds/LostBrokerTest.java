package az.dost.vahid.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Verdict;
import az.dost.vahid.sources.agency.SingleAgency;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostBrokerTest {
    @TempDir
    private Path keys;

    @Test
    void an_agency_answers_again_once_its_broker_is_back() throws Exception {
        Example example = new Example(Example.ALL.resolve("pension-fund"), keys);
        BrokerPeer peer = new BrokerPeer(example);
        Map<String, String> settings = peer.behave(Conduct.ANSWERS);
        try (peer;
                SingleAgency gateway = example.gateway(settings)) {
            assertThat(gateway.ask(Peer.FIN, Example.PATIENCE_MS).verdict()).isEqualTo(Verdict.ANSWERED);
            peer.stop();
            assertThat(gateway.ask(Peer.FIN, 500)).satisfies(answer -> {
                assertThat(answer.verdict()).isIn(Verdict.UNAVAILABLE, Verdict.TIMED_OUT);
                assertThat(answer.elapsedMs()).isLessThan(800);
            });
            peer.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> gateway.ask(Peer.FIN, Example.PATIENCE_MS).verdict() == Verdict.ANSWERED);
        }
    }
}
