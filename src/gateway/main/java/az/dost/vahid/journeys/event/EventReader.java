package az.dost.vahid.journeys.event;

import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Reads a published event, in its normal form strictly; what is wrong is told by its place, never by its value. */
final class EventReader {
    /** Bytes of a request's body. */
    static final int MAX_BODY = 64 * 1024;

    private static final Pattern WORD = Pattern.compile("[a-zA-Z]{1,40}");
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);
    private final Schema schema;

    EventReader(JsonNode schema) {
        JsonNode plain = schema.deepCopy();
        // A keyword of ours, at which the validator would wonder.
        plain.findParents("x-specialCategory").forEach(parent -> ((ObjectNode) parent).remove("x-specialCategory"));
        this.schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(plain);
    }

    /**
     * One whose attributes stand in its body.
     *
     * @throws ProblemException naming the field at fault
     */
    Publication read(byte[] body) {
        ObjectNode came = StrictJson.object(body);
        return read(came, CameAs.structured(body));
    }

    /**
     * @param came its attributes and data
     * @throws ProblemException naming the field at fault
     */
    Publication read(ObjectNode came, CameAs as) {
        ObjectNode event = NormalEvent.of(came);
        schema.validate(event).stream()
                .min(Comparator.comparing((Error m) -> m.getInstanceLocation().getNameCount())
                        .thenComparing(m -> m.getInstanceLocation().toString()))
                .ifPresent(EventReader::refuse);
        if (event.has("vahidid")) {
            throw new ProblemException(ProblemCode.FIELD_UNKNOWN, "vahidid", "It is set on delivery.");
        }
        checkTime(event.path("time").textValue());
        return as.headers().isEmpty() && event.equals(came)
                ? Publication.asItIs(event, as.body())
                : Publication.of(event, as);
    }

    private static void refuse(Error fault) {
        String place =
                fault.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
        String property =
                fault.getProperty() != null && WORD.matcher(fault.getProperty()).matches() ? fault.getProperty() : null;
        String field = property == null ? place : place.isEmpty() ? property : place + "." + property;
        throw new ProblemException(
                switch (fault.getKeyword()) {
                    case "required" -> ProblemCode.FIELD_MISSING;
                    case "additionalProperties" -> ProblemCode.FIELD_UNKNOWN;
                    default -> ProblemCode.FIELD_INVALID;
                },
                field.isEmpty() ? null : field,
                "It does not fit contracts/event.schema.json (" + fault.getKeyword() + ").");
    }

    private static void checkTime(String time) {
        try {
            if (Instant.parse(time).isAfter(Instant.now().plus(CLOCK_DIFFERENCE))) {
                throw new ProblemException(ProblemCode.FIELD_INVALID, "time", "It lies in the future.");
            }
        } catch (DateTimeException e) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "time", "There is no such time.");
        }
    }
}
