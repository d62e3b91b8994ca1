package az.dost.vahid.sources.rollout;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.proof.member.Share;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;

/**
 * The turns in which one agency is asked, a fixed time apart. Camel's throttle would let a question wait for longer
 * than its deadline, and Resilience4j's limiter would spend turns on questions whose time is over before them.
 */
public final class Turns {
    private static final String WAIT = "vahid.wait";
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private final String agency;
    private final Share share;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private volatile long apart;

    Turns(String agency, Share share) {
        this.agency = agency;
        this.share = share;
    }

    /**
     * @param turns a second, of all gateways together. Another rate begins at once: turns that the one before has
     *     spaced out are not waited for.
     */
    void perSecond(double turns) {
        long next = (long) (SECOND / turns);
        if (next != apart) {
            apart = next;
            this.next.set(System.nanoTime());
        }
    }

    /** Takes a turn, or makes the agency's row where none is left before the question's deadline. */
    public void take(Exchange exchange) {
        Question question = exchange.getMessage().getBody(Question.class);
        long now = System.nanoTime();
        long wait = turn(now, question.deadline());
        if (wait < 0) {
            exchange.getMessage()
                    .setBody(new SourceAnswer(
                            agency,
                            Verdict.UNAVAILABLE,
                            Reason.SLOWED_DOWN,
                            null,
                            0,
                            JsonNodeFactory.instance.objectNode(),
                            List.of()));
        }
        exchange.setProperty(WAIT, wait < 0 ? null : TimeUnit.NANOSECONDS.toMillis(wait));
    }

    /** Nanoseconds until it, -1 for none. */
    long turn(long now, long deadline) {
        if (!share.holds()) {
            return -1;
        }
        long pause = (long) (apart / share.part());
        while (true) {
            long free = next.get();
            long turn = free - now > 0 ? free : now;
            if (turn - deadline >= 0) {
                return -1;
            }
            if (next.compareAndSet(free, turn + pause)) {
                return turn - now;
            }
        }
    }
}
