package az.dost.vahid.offers;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.rights.Rights;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/**
 * Has a right looked at for people whom an agency lists, {@code contracts/offers.openapi.yaml}: where a law is new, or
 * birthdays and reviews come. The grant {@code look:<agency>} says for which agency a requester does so. It is told how
 * far that is, and of the people nothing: who has the right is offered it.
 */
public final class LookHandler {
    private static final String GRANT = "look:";
    private static final String RIGHT = "right";
    private static final String PEOPLE = "people";
    private static final String BECAUSE = "because";
    private static final Set<String> FIELDS = Set.of(RIGHT, PEOPLE, BECAUSE);
    private static final Set<String> REASONS = Set.of("LAW", "BIRTHDAY", "REVIEW");
    private static final int MOST_PEOPLE = 1000;
    private static final int MAX_BODY = 32 * 1024;

    private final Rights rights;
    private final Intents intents;
    private final PersonHash persons;
    private final ActRecord acts;

    LookHandler(Rights rights, Intents intents, PersonHash persons, ActRecord acts) {
        this.rights = rights;
        this.intents = intents;
        this.persons = persons;
        this.acts = acts;
    }

    /** Ordered twice under a key it is ordered once. */
    public void order(Exchange exchange) throws IOException {
        Requester requester = FrontDoor.requester(exchange);
        List<String> agencies = AwardHandler.agencies(requester, GRANT);
        String key = IdempotencyKey.required(exchange.getMessage());
        JsonNode body = StrictJson.object(BoundedBody.of(exchange.getMessage(), MAX_BODY), FIELDS);
        String right = AwardHandler.oneOf(body, RIGHT, its(agencies));
        String because = AwardHandler.oneOf(body, BECAUSE, REASONS);
        Set<String> people = people(body);
        UUID order = UUID.nameUUIDFromBytes((requester.id() + "\n" + key).getBytes(StandardCharsets.UTF_8));
        List<Intent> wanted = people.stream()
                .map(fin -> {
                    String person = persons.of(fin);
                    ObjectNode data = JsonNodeFactory.instance.objectNode().put("fin", fin);
                    return new Intent(RecordId.next(), order, right, person, person, Intent.content(data, fin));
                })
                .toList();
        boolean fresh = acts.keep(
                RecordId.next(),
                "right-looks-ordered",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("order", order.toString())
                        .put("right", right)
                        .put("requester", requester.id())
                        .put("people", people.size())
                        .put("because", because),
                intents.keeping(order, wanted));
        if (!fresh && !intents.ordered(order, right, wanted)) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_USED, IdempotencyKey.HEADER, null);
        }
        show(exchange, order, agencies);
        HttpAnswer.accepted(exchange.getMessage());
        exchange.getMessage().setHeader("Location", "/v1/rights/looks/" + order);
    }

    /** How far it is. */
    public void show(Exchange exchange) {
        List<String> agencies = AwardHandler.agencies(FrontDoor.requester(exchange), GRANT);
        show(exchange, OfferId.of(exchange), agencies);
    }

    private void show(Exchange exchange, UUID order, List<String> agencies) {
        Intents.Progress progress = intents.progress(order)
                .filter(one -> its(agencies).contains(one.right()))
                .orElseThrow(() -> OfferId.unknown("There is no such order of your agency."));
        HttpAnswer.json(
                exchange.getMessage(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", order.toString())
                        .put(RIGHT, progress.right())
                        .put(PEOPLE, progress.people())
                        .put("open", progress.open()));
    }

    /** The rights that these agencies award, and that need no event. */
    private Set<String> its(List<String> agencies) {
        return rights.own().stream()
                .filter(code -> agencies.contains(rights.awardedBy(code)))
                .collect(Collectors.toSet());
    }

    private static Set<String> people(JsonNode body) {
        JsonNode list = body.path(PEOPLE);
        if (list.isMissingNode() || list.isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, PEOPLE, null);
        }
        List<String> people = new ArrayList<>();
        list.forEach(one -> people.add(one.isTextual() && Fin.matches(one.textValue()) ? one.textValue() : null));
        if (!list.isArray() || people.isEmpty() || people.size() > MOST_PEOPLE) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, PEOPLE, "It must be a list of 1 to " + MOST_PEOPLE + " FINs.");
        }
        if (people.contains(null)) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    PEOPLE + "[" + people.indexOf(null) + "]",
                    "A FIN is seven digits and capital letters, without I and O.");
        }
        return new LinkedHashSet<>(people);
    }
}
