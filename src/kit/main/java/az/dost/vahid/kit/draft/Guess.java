package az.dost.vahid.kit.draft;

import az.dost.vahid.json.Literal;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.logging.PlainText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the draft took a place of the contract for.
 *
 * @param place in the contract: {@code request}, {@code reply} or {@code row} and the names on the way, {@code []}
 *     behind what repeats, as in {@code reply/person/surname}; {@code header} and the names on the way in it;
 *     {@code operation/} and its name; {@code call/query/}, {@code call/headers/} or {@code call/path/} and the name of
 *     a parameter; {@code drop/} and a member of the descriptor
 * @param is what the draft makes of it: {@code fin}, {@code requestId} or {@code sentAt} of the request, a
 *     {@code constant} of request, header or call, {@code subject}, {@code asOf}, {@code requestId} or a fact's field
 *     of the reply, {@code operation} of the contract, the member of the drop
 * @param known whether the contract leaves no doubt: the name is a word for this and nothing else, and there is none
 *     beside it
 * @param why in words; says what it may be otherwise
 */
public record Guess(String place, String is, boolean known, String why) {
    /** What the gateway fills into a request, by what the field would be in an answer. */
    private static final Map<String, String> ASKED =
            Map.of("subject", "fin", "asOf", "sentAt", "requestId", "requestId");

    private static final int NAMED = 5;
    private static final int LONGEST = 100;

    static List<Guess> asked(Roles asked) {
        return asked.taken().stream()
                .map(taken -> taken.in("request"))
                .map(guess -> new Guess(guess.place, ASKED.get(guess.is), guess.known, guess.why))
                .toList();
    }

    /**
     * What each question has there as it stands. Known where the contract lets nothing else stand there; otherwise it
     * is nobody's own yet, wherever the draft has it from.
     *
     * @param field that the contract has there; null where it does not say which values it takes
     */
    static Guess constant(String place, Field field, String value) {
        List<String> values = field == null ? List.of() : field.values();
        String shown = "\"" + shortened(value) + "\"";
        String why = values.isEmpty()
                ? shown + " is only an example, and the contract leaves it to whoever asks"
                : values.size() == 1
                        ? "the contract lets it be nothing else than " + shown
                        : shown + " is the first that the contract allows, and others are "
                                + values.stream()
                                        .skip(1)
                                        .limit(NAMED)
                                        .map(Guess::shortened)
                                        .collect(Collectors.joining(", "))
                                + (values.size() > NAMED + 1 ? ", ..." : "");
        return new Guess(place, "constant", values.size() == 1, why);
    }

    private static String shortened(String value) {
        return PlainText.of(value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value);
    }

    /** Those that a person must look at, as members of a descriptor; empty when there is none. */
    static String yaml(List<Guess> all) {
        StringBuilder text = new StringBuilder();
        all.stream()
                .filter(guess -> !guess.known)
                .forEach(guess -> text.append("  - {place: ")
                        .append(Literal.of(guess.place))
                        .append(", is: ")
                        .append(guess.is)
                        .append(", why: ")
                        .append(Literal.of(guess.why))
                        .append("}\n"));
        return text.isEmpty() ? "" : """
                # What was guessed from names, and what is sent as in an example. Until a person has held each to the agency's contract,
                # connector check refuses the folder and no gateway takes it. What is right is moved to a list "confirmed"; where it is
                # wrong, request or mapping are put right and the line is taken out.
                guessed:
                """ + text;
    }
}
