package az.dost.vahid.journeys.quality;

import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.Jwe;
import az.dost.vahid.signature.PinnedCertificates;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Tells registers of tickets, and reminds them: signed by the gateway, encrypted for the register, in the queue that
 * its corrections come in.
 */
public final class TicketPost {
    private static final String TYPE = "vahid-ticket+json";
    private static final String TICKET = "vahid.ticket";
    /** In one turn; the next one goes on. */
    private static final int MOST = 500;

    private final Tickets tickets;
    private final Supplier<List<String>> agencies;
    private final PinnedCertificates certificates;
    private final DossierSigner signer;
    private final Duration remindAfter;
    private final Clock clock;

    /** @param agencies that are connected, by their ids */
    TicketPost(
            Tickets tickets,
            Supplier<List<String>> agencies,
            PinnedCertificates certificates,
            DossierSigner signer,
            Duration remindAfter,
            Clock clock) {
        this.tickets = tickets;
        this.agencies = agencies;
        this.certificates = certificates;
        this.signer = signer;
        this.remindAfter = remindAfter;
        this.clock = clock;
    }

    /** Those that a register is to be told of now. One without a certificate is told by contract alone. */
    public List<?> due() {
        List<String> known = agencies.get().stream()
                .filter(agency -> certificates.pem(agency) != null)
                .toList();
        return tickets.due(known, clock.millis() - remindAfter.toMillis(), MOST);
    }

    /**
     * Makes the message of a ticket in the body. Where the time of what the register would be told is over there is
     * none, and the ticket waits no more.
     */
    public void write(Exchange exchange) {
        Message message = exchange.getMessage();
        Ticket ticket = message.getBody(Ticket.class);
        Optional<ObjectNode> content = tickets.content(ticket);
        message.removeHeaders("*");
        message.setBody(content.map(said -> sealed(ticket, said)).orElse(null));
        if (content.isEmpty()) {
            tickets.step(
                    ticket,
                    ticket.progress().as(Progress.State.CANNOT, clock.millis()),
                    "ticket-forgotten",
                    JsonNodeFactory.instance.objectNode(),
                    null);
        }
        // A repetition, after a crash or by another gateway, is dropped by the broker.
        message.setHeader(
                "_AMQ_DUPL_ID",
                ticket.id() + "/" + ticket.progress().sinceMs() + "/"
                        + ticket.progress().told());
        message.setHeader("JMSCorrelationID", ticket.id().toString());
        message.setHeader("VahidType", TYPE);
        exchange.setProperty(TICKET, ticket);
        exchange.setProperty("agency", ticket.asked());
    }

    private String sealed(Ticket ticket, ObjectNode content) {
        ObjectNode told =
                TicketJson.of(ticket, content).put("reminder", ticket.progress().told());
        String jws = signer.sign(told.toString().getBytes(StandardCharsets.UTF_8), TYPE)
                .compact();
        return new Jwe(new ByteArrayInputStream(certificates.pem(ticket.asked())))
                .encrypt(jws.getBytes(StandardCharsets.US_ASCII), "JOSE");
    }

    public void sent(Exchange exchange) {
        Ticket ticket = exchange.getProperty(TICKET, Ticket.class);
        tickets.step(
                ticket,
                ticket.progress().toldAt(clock.millis()),
                ticket.progress().told() == 0 ? "ticket-sent" : "ticket-reminded",
                JsonNodeFactory.instance.objectNode(),
                null);
    }
}
