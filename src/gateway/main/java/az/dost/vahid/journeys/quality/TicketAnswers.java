package az.dost.vahid.journeys.quality;

import az.dost.vahid.journeys.citizen.AgencyWord;
import az.dost.vahid.journeys.citizen.AnswerRefused;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;

/** Takes in what registers say of tickets, by message or by contract. Its word closes none. */
public final class TicketAnswers {
    private static final String ID = "ticketId";
    private final Tickets tickets;
    private final PinnedCertificates certificates;
    private final CryptoProvider crypto;
    private final Clock clock;

    TicketAnswers(Tickets tickets, PinnedCertificates certificates, CryptoProvider crypto, Clock clock) {
        this.tickets = tickets;
        this.certificates = certificates;
        this.crypto = crypto;
        this.clock = clock;
    }

    /** Whether a message is about a ticket, proven or not. @throws AnswerRefused when it says nothing */
    public boolean about(Exchange exchange) {
        return AgencyWord.read(exchange.getMessage().getBody(String.class))
                .said()
                .has(ID);
    }

    /** @throws AnswerRefused when it is no answer of the register that has the ticket; never to be tried again */
    public void keep(Exchange exchange) {
        AgencyWord word = AgencyWord.read(exchange.getMessage().getBody(String.class));
        JsonNode said = word.said();
        Ticket ticket = find(said.path(ID).asText()).orElseThrow(() -> new AnswerRefused("There is no such ticket"));
        word.by(certificates, ticket.asked(), ticket.id(), crypto);
        try {
            keep(
                    ticket,
                    Answer.of(said.path("answer").asText(), said.path("note").asText()),
                    JsonNodeFactory.instance.objectNode());
        } catch (IllegalArgumentException e) {
            throw new AnswerRefused(e.getMessage());
        }
    }

    private Optional<Ticket> find(String id) {
        try {
            return tickets.find(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps an answer. Where the register stands by what it says, the other one is asked, once.
     *
     * @param by who says it, for the chain; empty for the register's own system
     * @return false where it waits for no answer
     */
    boolean keep(Ticket ticket, Answer answer, ObjectNode by) {
        Progress before = ticket.progress();
        if (!before.waits()) {
            return false;
        }
        boolean turns =
                answer.state() == Progress.State.CORRECT_AS_IS && ticket.about().other() != null && !before.turned();
        Progress next = turns ? before.turnedAt(clock.millis()) : before.as(answer.state(), clock.millis());
        ObjectNode content = tickets.content(ticket).orElse(null);
        if (content != null) {
            content.withArray("answers").add(answer.json(ticket.asked(), clock.instant()));
        }
        by.put("answer", answer.state().name());
        return tickets.step(ticket, next, "ticket-answered", by, content);
    }
}
