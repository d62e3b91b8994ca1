package az.dost.vahid.problem;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.processor.ThrottlerRejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders whatever a journey threw as a problem (RFC 9457); a database that is away is told as such; anything
 * unforeseen is INTERNAL and logged under its instance.
 */
public final class Problems {
    /** Exchange property with the id that a problem is known by elsewhere, a UUID; absent for a new one. */
    public static final String INSTANCE = "vahid.problem.instance";

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final ObjectMapper JSON = Json.mapper();
    public static final String RETRY_SECONDS = "1";

    private final String challenge;

    /** @param challenge see {@link Challenge} */
    public Problems(String challenge) {
        this.challenge = challenge;
    }

    /** Answers an HTTP request; the exception is the one that Camel caught. */
    public void http(Exchange exchange) {
        ObjectNode problem = body(exchange);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, problem.path("status").intValue());
        message.setHeader(Exchange.CONTENT_TYPE, MEDIA_TYPE);
        message.setHeader(Exchange.HTTP_CHUNKED, false);
        if (problem.path("status").intValue() == ProblemCode.UNAUTHENTICATED.status()) {
            message.setHeader("WWW-Authenticate", challenge);
        }
        if (ProblemCode.valueOf(problem.path("code").textValue()).comesAgain()) {
            message.setHeader("Retry-After", RETRY_SECONDS);
        }
        message.setBody(bytes(problem));
    }

    /** The problem of the exception that Camel caught, under its {@link #INSTANCE}. */
    public static ObjectNode body(Exchange exchange) {
        UUID known = exchange.getProperty(INSTANCE, UUID.class);
        return body(
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class),
                known == null ? UUID.randomUUID() : known);
    }

    /** The problem of a thrown exception: {@code type, title, status, detail, instance, code, field?, fix}. */
    public static ObjectNode body(Throwable thrown) {
        return body(thrown, UUID.randomUUID());
    }

    private static ObjectNode body(Throwable thrown, UUID id) {
        ProblemException problem = of(thrown);
        ToldProblems.count(problem.code());
        String instance = "urn:uuid:" + id;
        if (problem.code() == ProblemCode.INTERNAL) {
            LOG.error("Problem {}", instance, thrown);
        } else if (problem.code() == ProblemCode.RECORD_UNAVAILABLE && AwayDatabase.in(thrown)) {
            LOG.warn("Problem {}: the database is away ({})", instance, AwayDatabase.word(thrown));
        }
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "type",
                        "urn:vahid:problem:"
                                + problem.code()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'))
                .put("title", problem.code().title())
                .put("status", problem.code().status())
                .put("detail", problem.detail())
                .put("instance", instance)
                .put("code", problem.code().name());
        if (problem.field() != null) {
            body.put("field", problem.field());
        }
        return body.put("fix", problem.fix());
    }

    /**
     * The problem in an exception's chain; without one RECORD_UNAVAILABLE when it is the database that is away, else
     * INTERNAL.
     */
    public static ProblemException of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof ThrottlerRejectedExecutionException) {
                return new ProblemException(ProblemCode.OVERLOADED);
            }
        }
        return new ProblemException(AwayDatabase.in(thrown) ? ProblemCode.RECORD_UNAVAILABLE : ProblemCode.INTERNAL);
    }

    public static byte[] bytes(ObjectNode problem) {
        try {
            return JSON.writeValueAsBytes(problem);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
