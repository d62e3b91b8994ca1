package az.dost.vahid.credentials;

import az.dost.vahid.edge.access.Connection;
import az.dost.vahid.edge.access.Strangers;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What anybody may read: metadata, and the lists of what was revoked. It names nobody. */
public final class IssuerHandler {
    private static final String STATUS_LIST = "application/statuslist+jwt";
    private static final String KEPT = "public, max-age=";
    private static final int HOUR = 3600;
    private final IssuerMetadata metadata;
    private final CredentialTypes types;
    private final StatusLists statuses;
    private final Strangers strangers;

    /** @param strangers counts who asks for lists that there are not: the database is asked for each */
    IssuerHandler(IssuerMetadata metadata, CredentialTypes types, StatusLists statuses, Strangers strangers) {
        this.metadata = metadata;
        this.types = types;
        this.statuses = statuses;
        this.strangers = strangers;
    }

    public void issuer(Exchange exchange) {
        kept(exchange, metadata.issuerMetadata());
    }

    public void server(Exchange exchange) {
        kept(exchange, metadata.serverMetadata());
    }

    /** @throws ProblemException NOT_FOUND */
    public void type(Exchange exchange) {
        byte[] type = metadata.type(exchange.getMessage().getHeader("code", String.class));
        if (type == null) {
            throw none();
        }
        answer(exchange, "application/json", type, HOUR);
    }

    /** @throws ProblemException NOT_FOUND */
    public void status(Exchange exchange) {
        String list = exchange.getMessage().getHeader("list", String.class);
        String token = StatusLists.NUMBER.matcher(list).matches() ? statuses.token(Integer.parseInt(list)) : null;
        if (token == null) {
            strangers.refused(Connection.of(exchange).address());
            throw none();
        }
        answer(exchange, STATUS_LIST, token.getBytes(StandardCharsets.US_ASCII), StatusLists.FRESH.toSeconds());
    }

    private void kept(Exchange exchange, ObjectNode json) {
        if (types.all().isEmpty()) {
            throw none();
        }
        answer(exchange, "application/json", json.toString().getBytes(StandardCharsets.UTF_8), HOUR);
    }

    private static void answer(Exchange exchange, String type, byte[] body, long seconds) {
        Message message = exchange.getMessage();
        HttpAnswer.bytes(message, type, body);
        message.setHeader("Cache-Control", KEPT + seconds);
    }

    private static ProblemException none() {
        return new ProblemException(ProblemCode.NOT_FOUND, null, "There is nothing of this name.");
    }
}
