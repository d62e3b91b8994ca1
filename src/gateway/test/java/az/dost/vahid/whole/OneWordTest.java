package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.sources.agency.call.UnusableAnswers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What became of an agency's answer has one word, in the row of the lookup, in the metric and in the health. */
class OneWordTest {
    private static final String FIN = Personas.MARTYRS_WIDOW.fin();
    private static final int TIMES = 4;
    private final RunningVahid vahid = RunningVahid.get();
    private final Clerk clerk = vahid.clerk();
    private final AlteredReplies replies = vahid.replies();

    @AfterEach
    void tellTheTruthAgain() {
        replies.close();
        clerk.ask(FIN);
        assertThat(vahid.bean(UnusableAnswers.class).health().getStatus()).isEqualTo(Status.UP);
    }

    private double counted(String agency, String verdict) {
        String[] words = verdict.split(" ");
        return Optional.ofNullable(vahid.bean(MeterRegistry.class)
                        .find("vahid.source")
                        .tags("agency", agency, "verdict", words[0], "reason", words[1])
                        .timer())
                .map(Timer::count)
                .orElse(0L);
    }

    /** The agency's own change of its contract: every value that has digits has letters now. */
    @Test
    void a_contract_that_is_broken_at_run_time_is_told_by_the_words_of_the_rows() {
        List<String> called = vahid.connectors().stream()
                .filter(connector -> connector.protocol() == Connector.Protocol.REST)
                .map(Connector::id)
                .toList();
        called.forEach(agency -> replies.replaceAll(agency, FIN, "\"(?:19|20)\\d\\d-", "\"MM-"));
        int broken = 0;
        String[] verdicts = new String[called.size()];
        double[] before = new double[called.size()];
        for (int round = 0; round < TIMES; round++) {
            Dossier dossier = clerk.ask(FIN);
            for (int i = 0; i < verdicts.length; i++) {
                verdicts[i] = Dossier.verdict(dossier.row(called.get(i)));
                if (round == 0 && verdicts[i].contains(" ")) {
                    before[i] = counted(called.get(i), verdicts[i]);
                }
            }
        }
        for (int i = 0; i < verdicts.length; i++) {
            if (verdicts[i].contains(" ")) {
                broken++;
                assertThat(counted(called.get(i), verdicts[i]) - before[i])
                        .as(called.get(i) + " " + verdicts[i])
                        .isEqualTo(TIMES - 1);
                assertThat(vahid.bean(UnusableAnswers.class)
                                .health()
                                .getDetails()
                                .get(called.get(i))
                                .toString())
                        .startsWith(verdicts[i]);
            }
        }
        assertThat(broken).as("agencies whose answers cannot be used").isPositive();
    }
}
