package az.dost.vahid.edge.door;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The one way of reading a list in parts, at every face: {@code limit} says how many at most, and the answer's link
 * {@code next} (RFC 8288) where the rest is. What the link says of the place is for the list alone to read.
 */
public final class Paging {
    private static final String LIMIT = "limit";
    private static final String PAGE = "page";
    private static final String BEFORE = "before";
    /** Of this part alone. */
    private static final Set<String> OF_A_PART = Set.of(LIMIT, PAGE, BEFORE);

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    /** What may stand in a link as it came: nothing that ends one. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~%+:@!$'()*,;-]*");

    private static final String FROM_AN_ANSWER = "It must be as the answer before gave it.";
    private final int limit;
    private final String parameter;
    private final String place;
    private final String address;
    private final String query;

    private Paging(int limit, String parameter, String place, String address, String query) {
        this.limit = limit;
        this.parameter = parameter;
        this.place = place;
        this.address = address;
        this.query = query;
    }

    /**
     * To be read before an answer is made. The parameter {@code before} of earlier days says the same as the place in a
     * link.
     *
     * @param most how many the list gives at once; also when nobody says how many
     * @throws ProblemException FIELD_INVALID, naming {@code limit}
     */
    public static Paging of(Message request, int most) {
        String limit = request.getHeader(LIMIT, String.class);
        if (limit != null && !NUMBER.matcher(limit).matches()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, LIMIT, "It must be a number from 1 on.");
        }
        String parameter = request.getHeader(PAGE) == null ? BEFORE : PAGE;
        return new Paging(
                limit == null ? most : Math.min(most, Integer.parseInt(limit)),
                parameter,
                request.getHeader(parameter, String.class),
                request.getHeader(Exchange.HTTP_URI, String.class),
                request.getHeader(Exchange.HTTP_QUERY, String.class));
    }

    public int limit() {
        return limit;
    }

    /**
     * Where this part begins.
     *
     * @return null at the beginning of the list
     * @throws ProblemException FIELD_INVALID, naming the parameter, for what no answer has given
     */
    public UUID id() {
        try {
            return place == null ? null : UUID.fromString(place);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, parameter, FROM_AN_ANSWER);
        }
    }

    /** As {@link #id}, of a list whose rows have numbers. */
    public Long number() {
        if (place != null && !place.matches("[0-9]{1,18}")) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, parameter, FROM_AN_ANSWER);
        }
        return place == null ? null : Long.valueOf(place);
    }

    /** @param next where the next part begins, null at the end of the list */
    public void tell(Message answer, Object next) {
        if (next != null && address != null) {
            answer.setHeader("Link", "<" + link(next) + ">; rel=\"next\"");
        }
    }

    private String link(Object next) {
        StringJoiner parameters = new StringJoiner("&", address + "?", "");
        for (String one : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = one.split("=", 2);
            if (!OF_A_PART.contains(parts[0])) {
                String value = parts.length == 1 ? "" : parts[1];
                parameters.add(parts[0] + "="
                        + (PLAIN.matcher(value).matches() ? value : URLEncoder.encode(value, StandardCharsets.UTF_8)));
            }
        }
        return parameters.add(LIMIT + "=" + limit).add(PAGE + "=" + next).toString();
    }
}
