package az.dost.vahid.sources.rollout;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** The steps of the calls in the shadow of a lookup. */
public final class ShadowCalls {
    private static final String USED = "vahid.used";
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);
    private final Semaphore free;
    private final ShadowTally tally;

    /** @param most lookups that have a shadow at once; the next one has none */
    ShadowCalls(int most, ShadowTally tally) {
        this.free = new Semaphore(most);
        this.tally = tally;
    }

    /** Whether this lookup is to have a shadow; the place is free again when the shadow has ended. */
    public boolean wanted(Exchange exchange) {
        return exchange.getProperty(Shadow.PROPERTY) != null && free.tryAcquire();
    }

    /** Lays the answers that were used aside, and asks the same again: nobody waits for it any more. */
    public void ask(Exchange exchange) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                free.release();
            }
        });
        Shadow shadow = exchange.getProperty(Shadow.PROPERTY, Shadow.class);
        exchange.setProperty(USED, exchange.getMessage().getBody());
        exchange.setProperty("vahid.plan", shadow.routes());
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage()
                .setBody(new Question(
                        shadow.question().fin(), shadow.question().service(), System.nanoTime() + LONGEST));
    }

    public void compare(Exchange exchange) {
        Shadow shadow = exchange.getProperty(Shadow.PROPERTY, Shadow.class);
        List<?> used = exchange.getProperty(USED) instanceof List<?> answers ? answers : List.of();
        for (Object answer : exchange.getMessage().getBody(List.class)) {
            tally.count(
                    ((SourceAnswer) answer).askedFor(shadow.facts()),
                    used.stream().map(SourceAnswer.class::cast).toList(),
                    shadow.facts());
        }
    }
}
