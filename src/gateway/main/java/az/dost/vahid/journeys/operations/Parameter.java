package az.dost.vahid.journeys.operations;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/** What stands in an address. */
final class Parameter {
    /** The segment {@code {id}}. */
    static String id(Exchange exchange) {
        return exchange.getMessage().getHeader("id", String.class);
    }

    /**
     * One word of a list.
     *
     * @param otherwise where there is none; null where there must be one
     * @throws ProblemException FIELD_INVALID or FIELD_MISSING, naming the parameter
     */
    static <E extends Enum<E>> E choice(Exchange exchange, String name, Class<E> words, E otherwise) {
        String word = exchange.getMessage().getHeader(name, String.class);
        if (word == null && otherwise == null) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, name, null);
        }
        return word == null
                ? otherwise
                : Arrays.stream(words.getEnumConstants())
                        .filter(each -> each.name().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.FIELD_INVALID,
                                name,
                                "It must be one of "
                                        + Arrays.stream(words.getEnumConstants())
                                                .map(Enum::name)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    /** One word of a list; null where there is none. @throws ProblemException FIELD_INVALID */
    static <E extends Enum<E>> E choice(Exchange exchange, String name, Class<E> words) {
        return exchange.getMessage().getHeader(name) == null ? null : choice(exchange, name, words, null);
    }

    private Parameter() {}
}
