package az.dost.vahid.kit.draft;

import az.dost.vahid.check.fact.Words;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a person has to know of a question's places beside those that the gateway fills. */
final class QuestionNotes {
    /** A few that may be left out are no search by any criteria. */
    private static final int FEW = 3;

    private static final int NAMED = 6;
    /** What somebody who has only a number does not know. */
    private static final List<String> OF_A_PERSON = List.of("birthDate", "surname", "givenName");

    /** None where the question stands in an address, which has only what must be there. */
    static List<String> of(AgencyContract contract, Words words) {
        if (!contract.call().containsKey("request") || contract.request().kind() != Kind.GROUP) {
            return List.of();
        }
        List<Leaf> leaves = Leaf.of(contract.request());
        Roles roles = Roles.of(words, leaves);
        List<Leaf> open = leaves.stream()
                .filter(leaf ->
                        !leaf.equals(roles.subject()) && !leaf.equals(roles.requestId()) && !leaf.equals(roles.asOf()))
                .toList();
        List<String> optional = open.stream()
                .filter(leaf -> !required(leaf))
                .map(Leaf::shown)
                .distinct()
                .toList();
        List<String> days = open.stream()
                .filter(leaf -> !required(leaf)
                        && (leaf.field().kind() == Kind.DAY || leaf.field().kind() == Kind.TIME))
                .map(Leaf::shown)
                .distinct()
                .toList();
        List<String> personal = open.stream()
                .filter(leaf -> required(leaf)
                        && (leaf.field().kind() == Kind.DAY
                                || OF_A_PERSON.stream()
                                        .anyMatch(field -> words.field(leaf.name(), "identity", field)
                                                .sure())))
                .map(Leaf::shown)
                .distinct()
                .toList();
        List<String> notes = new ArrayList<>();
        if (optional.size() > FEW) {
            notes.add("the contract lets " + optional.size()
                    + " places of the question be left out, and each is drafted with an invented value, which may narrow what is asked for: "
                    + shown(optional));
        } else if (!days.isEmpty()) {
            notes.add(
                    "a day or time that the question need not have is drafted with an invented value, which may narrow what is asked for: "
                            + shown(days));
        }
        open.stream()
                .filter(leaf -> Roles.login(leaf, words))
                .findFirst()
                .ifPresent(leaf -> notes.add("the question seems to hold a login (" + leaf.shown()
                        + "): a secret has no place in it, only in a header or in the connection (auth)"));
        if (!personal.isEmpty()) {
            notes.add(
                    "the question must have what a gateway may not know of a person, who is asked about by a number alone: "
                            + shown(personal));
        }
        return notes;
    }

    private static boolean required(Leaf leaf) {
        return leaf.path().stream().allMatch(Field::required);
    }

    private static String shown(List<String> places) {
        return places.stream().limit(NAMED).collect(Collectors.joining(", ")) + (places.size() > NAMED ? ", ..." : "");
    }

    private QuestionNotes() {}
}
