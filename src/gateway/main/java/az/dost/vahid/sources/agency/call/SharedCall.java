package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * One call in flight for simultaneous lookups of one citizen for one service, where the connector permits it. A later
 * lookup waits for the first one's answer, by its own deadline, and gets it as evidence of its own.
 */
public final class SharedCall extends AsyncProcessorSupport {
    private final String agency;
    private final AsyncProducer call;
    private final SourceSight sight;
    private final ConcurrentMap<Key, CompletableFuture<SourceAnswer>> inFlight = new ConcurrentHashMap<>();

    private record Key(String fin, String service) {}

    public SharedCall(String agency, AsyncProducer call, SourceSight sight) {
        this.sight = sight;
        this.agency = agency;
        this.call = call;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Question question = exchange.getMessage().getBody(Question.class);
        Key key = new Key(question.fin(), question.service());
        CompletableFuture<SourceAnswer> own = new CompletableFuture<>();
        CompletableFuture<SourceAnswer> first = inFlight.putIfAbsent(key, own);
        if (first == null) {
            return call.process(exchange, doneSync -> {
                inFlight.remove(key);
                own.complete(exchange.getMessage().getBody(SourceAnswer.class));
                callback.done(doneSync);
            });
        }
        long started = System.nanoTime();
        long remaining = Math.max(0, question.deadline() - started);
        first.copy().completeOnTimeout(null, remaining, TimeUnit.NANOSECONDS).whenComplete((answer, thrown) -> {
            SourceAnswer mine = mine(answer, (System.nanoTime() - started) / 1_000_000);
            sight.joined(question, mine, started);
            GatherProgress.done(exchange);
            exchange.getMessage().setBody(mine);
            callback.done(false);
        });
        return false;
    }

    private SourceAnswer mine(SourceAnswer answer, long elapsedMs) {
        if (answer == null) {
            return new SourceAnswer(
                    agency,
                    Verdict.TIMED_OUT,
                    Reason.NO_ANSWER_IN_TIME,
                    null,
                    elapsedMs,
                    JsonNodeFactory.instance.objectNode(),
                    List.of());
        }
        return new SourceAnswer(
                agency,
                answer.verdict(),
                answer.reason(),
                answer.asOf(),
                elapsedMs,
                answer.facts().deepCopy(),
                answer.evidence().stream()
                        .map(evidence -> evidence.as(UUID.randomUUID()))
                        .toList(),
                answer.unmappable(),
                answer.otherPerson(),
                answer.fault());
    }
}
