package az.dost.vahid.edge.message;

import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.problem.AwayDatabase;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.proof.record.body.RecordId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays messages aside that cannot be taken, so that those behind them are: bounded tries, then a queue that nobody
 * reads.
 */
public final class Parking {
    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private final SealedLetters letters;
    private final MeterRegistry meters;
    private final int maxDeliveries;

    Parking(SealedLetters letters, MeterRegistry meters, int maxDeliveries) {
        this.letters = letters;
        this.meters = meters;
        this.maxDeliveries = maxDeliveries;
    }

    /** Whether a message that failed was at its last delivery. */
    public boolean due(Exchange exchange) {
        return MessageDoor.deliveries(exchange) >= maxDeliveries;
    }

    /** Whether what failed is our own and passes: the same message will do once the database is back. */
    public boolean passing(Exchange exchange) {
        return passing(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    /** See {@link #passing(Exchange)}. */
    public static boolean passing(Throwable fault) {
        return AwayDatabase.in(fault);
    }

    /** Whether its sender was known: what strangers send is kept nowhere. */
    public boolean known(Exchange exchange) {
        return FrontDoor.requester(exchange) != null;
    }

    /**
     * Makes of the message what lies in a queue for poison: for a known sender a sealed letter, for anybody else no
     * word of it.
     */
    public void lay(Exchange exchange) {
        Letter letter = exchange.getProperty(MessageDoor.LETTER, Letter.class);
        Requester requester = FrontDoor.requester(exchange);
        String from = letter == null || letter.from() == null ? "?" : letter.from();
        String code = Problems.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                .code()
                .name();
        UUID id = RecordId.next();
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setBody(letter == null || requester == null ? "" : letters.seal(id, letter.of(requester.id())));
        message.setHeader("VahidFrom", from);
        message.setHeader("VahidCode", code);
        if (requester != null) {
            message.setHeader("VahidRequester", requester.id());
            message.setHeader(MessageDoor.SEALED, id.toString());
        }
        meters.counter("vahid.messages.parked", "queue", from).increment();
        LOG.warn("A message of the queue {} was laid aside: {}", from, code);
    }
}
