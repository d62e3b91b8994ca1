package az.dost.vahid.kit.draft;

import az.dost.vahid.kit.fact.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Places of a question that need not be there: a search by any criteria has many, and each that is filled narrows it. */
final class OptionalPlaces {
    /** A few are no search. */
    private static final int FEW = 3;
    private static final int NAMED = 6;

    /** Empty where there are few, or where the question stands in an address, which has what must be there. */
    static Optional<String> note(AgencyContract contract, Words words) {
        if (!contract.call().containsKey("request") || contract.request().kind() != Kind.GROUP) {
            return Optional.empty();
        }
        List<Leaf> leaves = Leaf.of(contract.request());
        Roles roles = Roles.of(words, leaves);
        List<String> names = leaves.stream().filter(leaf -> !leaf.equals(roles.subject()) && !leaf.equals(roles.requestId()) && !leaf.equals(roles.asOf()))
                .filter(leaf -> leaf.path().stream().anyMatch(field -> !field.required())).map(Leaf::shown).distinct().toList();
        return names.size() <= FEW ? Optional.empty()
                : Optional.of("the contract lets " + names.size() + " places of the question be left out, and each is drafted with an invented value, which may narrow what is asked for: "
                        + names.stream().limit(NAMED).collect(Collectors.joining(", ")) + (names.size() > NAMED ? ", ..." : ""));
    }

    private OptionalPlaces() { }
}
