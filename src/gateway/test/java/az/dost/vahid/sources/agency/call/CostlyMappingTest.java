package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.normalise.Mapping;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.concurrent.TimeUnit;
import org.apache.camel.RuntimeCamelException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CostlyMappingTest {
    private static Conversation conversation() {
        return new Conversation(
                null,
                new Connector(
                        "agency", null, null, null, false, null, null, null, null, null, 1_000, 1, 1, false, 1_000,
                        null, null, null, null, null, null),
                new Question("", "", "", "", System.nanoTime() + TimeUnit.HOURS.toNanos(1)));
    }

    @Test
    @Tag("attack")
    void a_mapping_over_its_bounds_costs_its_agencys_row_with_a_reason_of_its_own() {
        Mapping endless = Mapping.compile("def fib(n) if ($n < 2) $n else fib($n - 1) + fib($n - 2) fib(60)");
        Throwable thrown = catchThrowable(() -> endless.apply(NullNode.instance));
        SourceAnswer row = Verdicts.failed("agency", conversation(), new RuntimeCamelException(thrown));
        assertThat(row.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(row.reason()).isEqualTo(Reason.TOO_COSTLY);
    }
}
