package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.edge.access.Channel;
import az.dost.vahid.edge.access.View;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a lookup request strictly: one JSON object, the contract's fields and no others, each of its form. */
public final class RequestReader {
    private static final Set<String> FIELDS =
            Set.of("subject", "service", "caseRef", "official", "facts", "deadlineMs", "view", "channel");
    private static final Set<String> TERMS = Set.of("service", "caseRef", "official", "facts", "deadlineMs");
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern CASE = Pattern.compile("[A-Za-z0-9/_.-]{1,64}");
    private static final Pattern OFFICIAL = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern FACT = Pattern.compile("[a-z][A-Za-z]{1,40}");
    private static final int DEFAULT_DEADLINE_MS = 3000;
    private static final int MIN_DEADLINE_MS = 100;
    private static final int MAX_DEADLINE_MS = 30_000;
    private static final int MAX_FACTS = 100;

    /** @throws ProblemException naming the first field at fault */
    public LookupRequest read(byte[] body) {
        return read(StrictJson.object(body));
    }

    /** @throws ProblemException naming the first field at fault */
    public LookupRequest read(JsonNode body) {
        checkObject(body, FIELDS);
        JsonNode subject = body.path("subject");
        if (!subject.isMissingNode() && !subject.isObject()) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "subject", "It must be an object with the field fin.");
        }
        StrictJson.onlyKnown(subject, Set.of("fin"), "subject.");
        return request(
                text(
                        subject,
                        "fin",
                        "subject.fin",
                        Fin.FORM,
                        "It must be 7 characters of 0-9 and A-Z without I and O."),
                body,
                body.path("official").isMissingNode() ? null : official(body));
    }

    /**
     * A request without its subject.
     *
     * @throws ProblemException naming the first field at fault
     */
    LookupRequest terms(JsonNode body) {
        checkObject(body, TERMS);
        return request(null, body, official(body));
    }

    private static void checkObject(JsonNode body, Set<String> fields) {
        if (body == null || !body.isObject()) {
            throw new ProblemException(ProblemCode.REQUEST_MALFORMED, null, "The body must be a JSON object.");
        }
        StrictJson.onlyKnown(body, fields, "");
    }

    private static String official(JsonNode body) {
        return text(
                body, "official", "official", OFFICIAL, "It must be 1 to 64 characters of letters, digits and _ . -");
    }

    private static LookupRequest request(String fin, JsonNode body, String official) {
        return new LookupRequest(
                fin,
                text(
                        body,
                        "service",
                        "service",
                        SERVICE,
                        "It must be a service code of small letters, digits and hyphens."),
                text(body, "caseRef", "caseRef", CASE, "It must be 1 to 64 characters of letters, digits and / _ . -"),
                official,
                facts(body.path("facts")),
                deadline(body.path("deadlineMs")),
                oneOf(body, "view", View.values(), View.FULL),
                oneOf(body, "channel", Channel.values(), null));
    }

    private static String text(JsonNode parent, String name, String field, Pattern form, String detail) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, field, null);
        }
        if (!value.isTextual() || !form.matcher(value.textValue()).matches()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, field, detail);
        }
        return value.textValue();
    }

    private static <E extends Enum<E>> E oneOf(JsonNode body, String field, E[] values, E otherwise) {
        JsonNode value = body.path(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        return Arrays.stream(values)
                .filter(one -> one.name().equals(value.textValue()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.FIELD_INVALID,
                        field,
                        "It must be one of "
                                + Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", ")) + "."));
    }

    private static List<String> facts(JsonNode value) {
        if (value.isMissingNode()) {
            return List.of();
        }
        List<String> facts = new ArrayList<>();
        if (value.isArray() && !value.isEmpty() && value.size() <= MAX_FACTS) {
            value.forEach(fact -> {
                if (fact.isTextual() && FACT.matcher(fact.textValue()).matches() && !facts.contains(fact.textValue())) {
                    facts.add(fact.textValue());
                }
            });
        }
        if (facts.isEmpty() || facts.size() != value.size()) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "facts", "It must be a list of different fact names, at least one.");
        }
        return facts;
    }

    private static int deadline(JsonNode value) {
        if (value.isMissingNode()) {
            return DEFAULT_DEADLINE_MS;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < MIN_DEADLINE_MS
                || value.intValue() > MAX_DEADLINE_MS) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    "deadlineMs",
                    "It must be a whole number of milliseconds from " + MIN_DEADLINE_MS + " to " + MAX_DEADLINE_MS
                            + ".");
        }
        return value.intValue();
    }
}
