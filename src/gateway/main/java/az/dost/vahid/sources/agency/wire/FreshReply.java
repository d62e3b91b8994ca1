package az.dost.vahid.sources.agency.wire;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.sources.agency.call.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.camel.Message;

/**
 * A question by GET may be answered by a cache on the agency's side, with what the register said to an earlier one. A
 * reply that says of when it is, is held to that; another one is of now only where no cache had it (RFC 9111).
 */
final class FreshReply {
    /** RFC 9110, section 5.6.7: the one form that is still sent. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH);

    private final boolean asked;
    private final boolean dated;
    private final boolean namesNobody;
    private final long maxAge;

    FreshReply(Connector connector) {
        asked = "GET".equals(connector.call().method());
        dated = connector.proof() == null || connector.proof().dated();
        namesNobody = connector.proof() != null && connector.proof().subject() == Connector.Subject.REQUEST;
        maxAge = connector.proof() == null ? 0 : connector.proof().maxAgeSeconds();
    }

    /** Caches that keep to the rules pass the question on. */
    void ask(Message message) {
        if (asked) {
            message.setHeader("Cache-Control", "no-cache, no-store");
        }
    }

    /** @throws ProofException when the reply comes from a cache and may be somebody else's, or too old */
    void check(Message message, Conversation conversation) {
        long since = asked ? Math.max(age(message), dated ? 0 : sinceDate(message)) : 0;
        conversation.cachedSeconds = Math.max(conversation.cachedSeconds, since);
        if (since > maxAge || namesNobody && age(message) > 0) {
            throw new ProofException(Reason.TOO_OLD, "The answer was made for an earlier request");
        }
    }

    /** An age that is none is as old as can be: whoever writes it keeps answers. */
    private static long age(Message message) {
        String age = message.getHeader("Age", String.class);
        return age == null ? 0 : age.strip().matches("\\d{1,9}") ? Long.parseLong(age.strip()) : Integer.MAX_VALUE;
    }

    /** Clocks differ by as much as answers may be old. */
    private long sinceDate(Message message) {
        try {
            String date = message.getHeader("Date", String.class);
            long since = date == null
                    ? 0
                    : Duration.between(Instant.from(HTTP_DATE.parse(date)), Instant.now())
                            .toSeconds();
            return since > maxAge ? since : 0;
        } catch (DateTimeParseException e) {
            return 0;
        }
    }
}
