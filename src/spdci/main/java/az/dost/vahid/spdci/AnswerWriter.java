package az.dost.vahid.spdci;

import az.dost.vahid.json.CanonicalJson;
import az.dost.vahid.signature.MessageSignature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Writes messages to those who asked, as the standard has them, and signs them with the gateway's key. */
final class AnswerWriter {
    static final String TRANSACTION = "transaction_id";
    static final String CORRELATION = "correlation_id";
    static final String REFERENCE = "reference_id";
    static final String TIMESTAMP = "timestamp";
    static final String STATUS = "status";
    static final String DATA = "data";
    private static final String TEXT = "status_reason_message";
    private static final String NAMESPACE = "spdci";
    /** Characters of a text for people. */
    private static final int LONGEST = 999;

    private final SpdciSettings settings;
    private final MessageSignature signatures;

    AnswerWriter(SpdciSettings settings, MessageSignature signatures) {
        this.settings = settings;
        this.signatures = signatures;
    }

    /** What came of a message's searches, not signed. */
    ObjectNode of(Inquiry inquiry) {
        String now = now();
        ObjectNode message = ids(inquiry.transaction(), inquiry.correlation());
        ArrayNode answers = message.putArray(inquiry.operation().response());
        inquiry.searches().stream()
                .filter(search -> inquiry.operation() != Operation.DISABLED || said(search.outcome()))
                .forEach(search -> answers.add(answer(inquiry, search, now)));
        List<Outcome> outcomes =
                inquiry.searches().stream().map(Search::outcome).toList();
        String text = outcomes.size() == 1 ? outcomes.get(0).text() : null;
        ObjectNode header = header(Operation.ANSWER, inquiry.sender(), status(outcomes), text);
        return whole(header, message, outcomes.size(), completed(outcomes));
    }

    private static int completed(List<Outcome> outcomes) {
        return (int) outcomes.stream()
                .filter(one -> one.state() != Outcome.State.UNKNOWN)
                .count();
    }

    /** As the searches have it where they agree; a message of which something came is a success. */
    private static String status(List<Outcome> outcomes) {
        String first = outcomes.get(0).state().status();
        return outcomes.stream().allMatch(one -> one.state().status().equals(first))
                ? first
                : Outcome.State.FOUND.status();
    }

    /**
     * Of a question with a yes or a no, an answer without either has no form in the standard: there the header alone
     * says why.
     */
    private static boolean said(Outcome outcome) {
        return outcome.state() == Outcome.State.FOUND || outcome.state() == Outcome.State.NO_RECORD;
    }

    /** What came of one search. */
    static ObjectNode answer(Inquiry inquiry, Search search, String now) {
        Outcome outcome = search.outcome();
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put(REFERENCE, search.reference())
                .put(TIMESTAMP, now)
                .put(STATUS, outcome.state().status());
        if (outcome.text() != null) {
            answer.put(TEXT, text(outcome.text()));
        }
        if (inquiry.operation() == Operation.DISABLED) {
            return answer.put("disabled_status", outcome.state() == Outcome.State.FOUND ? "yes" : "no");
        }
        if (outcome.reason() != null) {
            answer.put("status_reason_code", outcome.reason());
        }
        if (said(outcome)) {
            ArrayNode records = answer.putObject(DATA)
                    .put("version", EnvelopeReader.VERSION)
                    .put("reg_type", inquiry.registry().type())
                    .put("reg_record_type", search.form().name())
                    .putArray("reg_records");
            if (outcome.record() != null) {
                records.add(outcome.record());
            }
        }
        return answer;
    }

    static ObjectNode ids(String transaction, String correlation) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(TRANSACTION, transaction)
                .put(CORRELATION, correlation);
    }

    /** @param text for people; null for none */
    ObjectNode header(String action, String receiver, String status, String text) {
        ObjectNode header = JsonNodeFactory.instance
                .objectNode()
                .put("version", EnvelopeReader.VERSION)
                .put("message_id", UUID.randomUUID().toString())
                .put("message_ts", now())
                .put("action", action)
                .put(STATUS, status)
                .put("sender_id", settings.receiver())
                .put("receiver_id", receiver)
                .put("is_msg_encrypted", false);
        return text == null ? header : header.put(TEXT, text(text));
    }

    /** Not signed. */
    static ObjectNode whole(ObjectNode header, JsonNode message, int total, int completed) {
        header.put("total_count", total).put("completed_count", completed);
        return EnvelopeReader.signed(header, message);
    }

    /** @param whole header and message */
    ObjectNode signed(ObjectNode whole) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put(
                        EnvelopeReader.SIGNATURE,
                        signatures.sign(
                                NAMESPACE,
                                settings.receiver(),
                                CanonicalJson.of(whole),
                                Instant.now(),
                                settings.signatureValid()));
        body.setAll(whole);
        return body;
    }

    /** That a message was taken, and will be answered by a call of its sender's address. */
    static ObjectNode acknowledgement(String correlation) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject(EnvelopeReader.MESSAGE)
                .put("ack_status", "ACK")
                .put(TIMESTAMP, now())
                .put(CORRELATION, correlation);
        return body;
    }

    private static String text(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
