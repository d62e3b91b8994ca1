package az.dost.vahid.kit.draft;

import az.dost.vahid.json.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a draft took for what: of the contract, of the question, of the answer. */
final class Guesses {
    /** What the gateway fills into a request, by what the field means in an answer. */
    private static final Map<String, String> ASKED = Map.of("subject", "fin", "asOf", "sentAt", "requestId", "requestId");
    private final List<Guess> all = new ArrayList<>();

    void add(Guess guess) {
        all.add(guess);
    }

    /** @param asked null where the request is one value and no more; then that is the FIN */
    void request(Roles asked) {
        if (asked == null) {
            all.add(new Guess("request", "fin", false, "the request is one value, and the contract does not say which"));
        } else {
            asked.taken().forEach(taken -> {
                Guess guess = taken.in("request");
                all.add(new Guess(guess.place(), ASKED.get(guess.is()), guess.known(), guess.why()));
            });
        }
    }

    void reply(String document, List<Taken> taken) {
        taken.forEach(one -> all.add(one.in(document)));
    }

    List<Guess> all() {
        return all;
    }

    /** Those that a person must look at, as members of a descriptor; empty when there is none. */
    String yaml() {
        List<Guess> guessed = all.stream().filter(guess -> !guess.known()).toList();
        if (guessed.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("""
                # What was guessed from names. Until a person has held each to the agency's contract, connector check refuses the folder and
                # no gateway takes it. What is right is moved to a list "confirmed"; where it is wrong, request or mapping are put right and
                # the line is taken out.
                guessed:
                """);
        guessed.forEach(guess -> text.append("  - {place: ").append(Literal.of(guess.place())).append(", is: ").append(guess.is())
                .append(", why: ").append(Literal.of(guess.why())).append("}\n"));
        return text.toString();
    }
}
