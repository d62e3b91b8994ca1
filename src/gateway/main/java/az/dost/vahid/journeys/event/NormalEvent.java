package az.dost.vahid.journeys.event;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An event in the one form in which it is delivered, of any that CloudEvents 1.0.2 allows and we take: with its time in
 * UTC, and without attributes of others. What is left out here is kept as it came.
 */
final class NormalEvent {
    private static final String TIME = "time";
    private static final String CONTENT_TYPE = "datacontenttype";
    private static final String JSON = "application/json";
    /** Read by us, or refused by the contract: never left out in silence. */
    private static final Set<String> OURS = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            TIME,
            CONTENT_TYPE,
            "data",
            "data_base64",
            "subject",
            "vahidid",
            "vahidcame");

    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,40}");
    private static final Pattern IN_UTF_8 = Pattern.compile("application/json *(; *charset=\"?utf-8\"?)? *");
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    /**
     * What is no attribute of an event stays in, for the contract to refuse.
     *
     * @throws ProblemException FIELD_INVALID, naming the time
     */
    static ObjectNode of(ObjectNode came) {
        ObjectNode normal = JsonNodeFactory.instance.objectNode();
        came.properties().forEach(attribute -> {
            if (OURS.contains(attribute.getKey()) || !extension(attribute.getKey(), attribute.getValue())) {
                normal.set(attribute.getKey(), attribute.getValue());
            }
        });
        normal.properties()
                .removeIf(attribute ->
                        attribute.getValue().isNull() && !attribute.getKey().equals("data"));
        if (!normal.has(TIME)) {
            normal.put(TIME, Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        } else if (normal.path(TIME).isTextual()) {
            normal.put(TIME, utc(normal.path(TIME).textValue()));
        }
        String type = normal.path(CONTENT_TYPE).asText();
        if (IN_UTF_8.matcher(type.toLowerCase(Locale.ROOT)).matches()) {
            normal.put(CONTENT_TYPE, JSON);
        }
        return normal;
    }

    private static boolean extension(String name, JsonNode value) {
        return EXTENSION.matcher(name).matches() && value.isValueNode();
    }

    private static String utc(String time) {
        if (!RFC_3339.matcher(time).matches()) {
            return time;
        }
        try {
            Instant moment = OffsetDateTime.parse(time).toInstant();
            return time.endsWith("Z") && time.charAt(10) == 'T' ? time : moment.toString();
        } catch (DateTimeException e) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, TIME, "There is no such time.");
        }
    }

    private NormalEvent() {}
}
