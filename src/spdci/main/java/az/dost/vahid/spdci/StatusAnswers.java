package az.dost.vahid.spdci;

import az.dost.vahid.edge.access.Requester;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How far the acknowledged searches of a requester are. What is another's does not exist: both get the same answer. */
final class StatusAnswers {
    private static final String REQUEST = "txnstatus_request";
    private static final String TYPE = "txn_type";
    private static final String BY = "attribute_type";
    private static final String VALUE = "attribute_value";
    private static final String SEARCH = "search";
    private static final String BY_TRANSACTION = "transaction_id";
    private static final String BY_CORRELATION = "correlation_id";
    private static final String BY_REFERENCES = "reference_id_list";
    private static final Set<String> ATTRIBUTES = Set.of(BY_TRANSACTION, BY_CORRELATION, BY_REFERENCES);
    private static final String RECEIVED = "rcvd";
    private final LaterMessages messages;
    private final AnswerWriter answers;
    private final GivenOut given;
    private final SpdciSettings settings;

    StatusAnswers(LaterMessages messages, AnswerWriter answers, GivenOut given, SpdciSettings settings) {
        this.messages = messages;
        this.answers = answers;
        this.given = given;
        this.settings = settings;
    }

    /**
     * Checks the form of a question.
     *
     * @return its {@code transaction_id}
     */
    String check(Envelope envelope) {
        String transaction = Fields.id(envelope.message(), "", BY_TRANSACTION);
        JsonNode request = Fields.object(envelope.message(), "", REQUEST);
        Fields.id(request, REQUEST, AnswerWriter.REFERENCE);
        Fields.id(request, REQUEST, TYPE);
        String by = Fields.id(request, REQUEST, BY);
        if (!ATTRIBUTES.contains(by)) {
            throw Fields.invalid(
                    Fields.path(REQUEST, BY),
                    "It must be one of "
                            + String.join(", ", ATTRIBUTES.stream().sorted().toList()) + ".");
        }
        if (by.equals(BY_REFERENCES)) {
            Fields.list(request, REQUEST, VALUE, settings.mostSearches());
        } else {
            Fields.id(request, REQUEST, VALUE);
        }
        return transaction;
    }

    /** @param envelope whose question was checked */
    ObjectNode of(Requester requester, Envelope envelope, String correlation) {
        JsonNode request = envelope.message().path(REQUEST);
        String transaction = envelope.message().path(BY_TRANSACTION).textValue();
        String type = request.path(TYPE).textValue();
        List<LaterMessage> found = type.equals(SEARCH) ? found(requester.id(), transaction, request) : List.of();
        String searched = found.isEmpty()
                ? transaction
                : found.get(0).content().at("/message/transaction_id").textValue();
        ObjectNode status = AnswerWriter.ids(
                searched, found.isEmpty() ? correlation : found.get(0).id().toString());
        ArrayNode responses = status.putArray(Operation.SEARCH.response());
        found.forEach(one -> states(one, requester).stream()
                .filter(state -> wanted(request, state))
                .forEach(responses::add));
        ObjectNode message = AnswerWriter.ids(transaction, correlation);
        message.putObject("txnstatus_response").put(TYPE, type).set("txn_status", status);
        ObjectNode header = answers.header(
                Kind.STATUS.answer(),
                envelope.sender(),
                (responses.isEmpty() ? Outcome.State.REFUSED : Outcome.State.FOUND).status(),
                responses.isEmpty() ? "NOT_FOUND: Your system has no acknowledged search of this name." : null);
        return AnswerWriter.whole(header, message, responses.size(), completed(responses));
    }

    private List<LaterMessage> found(String requester, String transaction, JsonNode request) {
        String by = request.path(BY).textValue();
        String value = request.path(VALUE).asText();
        List<LaterMessage> found = switch (by) {
            case BY_CORRELATION ->
                id(value).flatMap(id -> messages.search(requester, id)).stream().toList();
            case BY_TRANSACTION -> messages.searches(requester, value);
            default -> messages.searches(requester, transaction);
        };
        return found.stream().filter(one -> one.content() != null).toList();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean wanted(JsonNode request, JsonNode state) {
        if (!request.path(BY).textValue().equals(BY_REFERENCES)) {
            return true;
        }
        for (JsonNode reference : request.path(VALUE)) {
            if (reference.equals(state.path(AnswerWriter.REFERENCE))) {
                return true;
            }
        }
        return false;
    }

    /** What came of each search; one that nobody has asked for yet is received. */
    private List<JsonNode> states(LaterMessage message, Requester requester) {
        List<JsonNode> states = new ArrayList<>();
        if (message.answer() != null) {
            given.of(message, requester)
                    .at("/message/" + Operation.SEARCH.response())
                    .forEach(states::add);
            return states;
        }
        for (JsonNode search : message.content().at("/message/search_request")) {
            states.add(JsonNodeFactory.instance
                    .objectNode()
                    .put(
                            AnswerWriter.REFERENCE,
                            search.path(AnswerWriter.REFERENCE).textValue())
                    .put(AnswerWriter.TIMESTAMP, AnswerWriter.now())
                    .put(AnswerWriter.STATUS, RECEIVED));
        }
        return states;
    }

    private static int completed(ArrayNode responses) {
        int completed = 0;
        for (JsonNode response : responses) {
            String status = response.path(AnswerWriter.STATUS).textValue();
            if (!status.equals(RECEIVED) && !status.equals(Outcome.State.UNKNOWN.status())) {
                completed++;
            }
        }
        return completed;
    }
}
