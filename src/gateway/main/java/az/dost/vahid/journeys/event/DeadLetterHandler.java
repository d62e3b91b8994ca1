package az.dost.vahid.journeys.event;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.Paging;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Shows operators the dead letters, and has them replayed or dropped. */
public final class DeadLetterHandler {
    private static final int MAX_BODY = 64 * 1024;
    private static final Set<String> FIELDS = Set.of("version");
    private final DeadLetters letters;

    DeadLetterHandler(DeadLetters letters) {
        this.letters = letters;
    }

    public void list(Exchange exchange) {
        Operator.looking(exchange);
        DeadLetters.Filter filter = DeadLetters.Filter.of(exchange.getMessage());
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("total", letters.count(filter));
        var list = body.putArray("deadLetters");
        Paging paging = Paging.of(exchange.getMessage(), DeadLetters.PAGE);
        List<DeadLetter> some = letters.open(filter, last(paging), paging.limit());
        some.forEach(letter -> list.add(letter.json()));
        give(exchange, body);
        paging.tell(
                exchange.getMessage(),
                some.size() < paging.limit() ? null : some.get(some.size() - 1).id());
    }

    /** Settled or not: the list goes on after it. */
    private DeadLetter last(Paging paging) {
        UUID id = paging.id();
        return id == null ? null : letters.find(id.toString());
    }

    public void read(Exchange exchange) {
        Operator.looking(exchange);
        give(exchange, letters.find(id(exchange)).json());
    }

    /** The body says {@code {"version": "first" | "newest"}}. */
    public void replay(Exchange exchange) throws IOException {
        Operator by = Operator.acting(exchange);
        DeadLetter letter = letters.find(id(exchange));
        letters.replay(letter, "first".equals(version(exchange.getMessage())), by, null);
        give(exchange, letters.find(letter.id().toString()).json());
    }

    private static String version(Message message) throws IOException {
        JsonNode version =
                StrictJson.object(BoundedBody.of(message, MAX_BODY), FIELDS).path("version");
        if (!"first".equals(version.textValue()) && !"newest".equals(version.textValue())) {
            throw new ProblemException(
                    version.isMissingNode() ? ProblemCode.FIELD_MISSING : ProblemCode.FIELD_INVALID,
                    "version",
                    "It must be first or newest.");
        }
        return version.textValue();
    }

    /** The body, if there is one, says {@code {"because": "..."}}. */
    public void drop(Exchange exchange) throws IOException {
        Operator by = Operator.acting(exchange);
        DeadLetter letter = letters.find(id(exchange));
        letters.drop(letter, by, null, because(BoundedBody.of(exchange.getMessage(), MAX_BODY)));
        give(exchange, letters.find(letter.id().toString()).json());
    }

    private static String because(byte[] body) {
        if (body.length == 0) {
            return null;
        }
        JsonNode because = StrictJson.object(body, Set.of("because")).path("because");
        if (!because.isMissingNode()
                && (!because.isTextual() || !because.textValue().matches("\\P{Cntrl}{1,500}"))) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "because", "It must be a text of 1 to 500 characters.");
        }
        return because.textValue();
    }

    private static String id(Exchange exchange) {
        return exchange.getMessage().getHeader("id", String.class);
    }

    private static void give(Exchange exchange, ObjectNode body) {
        HttpAnswer.json(exchange.getMessage(), body);
    }
}
