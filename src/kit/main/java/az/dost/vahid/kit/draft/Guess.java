package az.dost.vahid.kit.draft;

import az.dost.vahid.json.Literal;
import java.util.List;
import java.util.Map;

/**
 * What the draft took a place of the contract for.
 *
 * @param place in the contract: {@code request}, {@code reply} or {@code row} and the names on the way, {@code []}
 *     behind what repeats, as in {@code reply/person/surname}; {@code operation/} and its name; {@code drop/} and a
 *     member of the descriptor
 * @param is what the draft makes of it: {@code fin}, {@code requestId} or {@code sentAt} of the request,
 *     {@code subject}, {@code asOf}, {@code requestId} or a fact's field of the reply, {@code operation} of the
 *     contract, the member of the drop
 * @param known whether the contract leaves no doubt: the name is a word for this and nothing else, and there is none
 *     beside it
 * @param why in words; says what it may be otherwise
 */
public record Guess(String place, String is, boolean known, String why) {
    /** What the gateway fills into a request, by what the field would be in an answer. */
    private static final Map<String, String> ASKED =
            Map.of("subject", "fin", "asOf", "sentAt", "requestId", "requestId");

    static List<Guess> asked(Roles asked) {
        return asked.taken().stream()
                .map(taken -> taken.in("request"))
                .map(guess -> new Guess(guess.place, ASKED.get(guess.is), guess.known, guess.why))
                .toList();
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
                # What was guessed from names. Until a person has held each to the agency's contract, connector check refuses the folder and
                # no gateway takes it. What is right is moved to a list "confirmed"; where it is wrong, request or mapping are put right and
                # the line is taken out.
                guessed:
                """ + text;
    }
}
