package az.dost.vahid.kit.draft;

import az.dost.vahid.kit.draft.field.DraftException;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Leaf;
import az.dost.vahid.logging.PlainText;
import java.util.List;

/**
 * What no draft is made of: documents and names without end, and names that would be taken for something else where
 * they go.
 */
final class ContractBounds {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PARAMETER = 100;
    private static final int LONGEST_PLACE = 2_000;
    private static final int MOST_FIELDS = 5_000;
    private static final String STEP = "[\\p{L}\\p{N}_-][\\p{L}\\p{N}_ .()+-]{0,100}";
    private static final String OURS =
            "samples/.*|connector\\.ya?ml|leaves\\.yaml|mapping\\..*|(?:request|header)\\..*";

    /** @throws DraftException which says what is too much, or wrong */
    static void check(AgencyContract contract) {
        List<Leaf> reply = Leaf.of(contract.reply());
        if (reply.isEmpty() && contract.contract().isEmpty()) {
            throw new DraftException("The sample holds nothing that a mapping could read");
        }
        bounded(reply);
        if (contract.request() != null) {
            List<Leaf> request = Leaf.of(contract.request());
            bounded(request);
            boolean addressed = !contract.call().containsKey("request");
            request.stream()
                    .flatMap(leaf -> leaf.path().stream())
                    .map(Field::name)
                    .forEach(name -> asked(name, addressed));
            request.stream()
                    .filter(leaf -> addressed
                            && RequestText.PLACEHOLDER
                                    .matcher(leaf.field().example())
                                    .find())
                    .findFirst()
                    .ifPresent(leaf -> {
                        throw new DraftException("The parameter " + leaf.name() + " may be "
                                + leaf.field().example() + ", which the gateway would take for a place to fill in");
                    });
        }
        contract.contract().keySet().forEach(ContractBounds::named);
    }

    private static void bounded(List<Leaf> leaves) {
        if (leaves.size() > MOST_FIELDS) {
            throw new DraftException(
                    "There are more than " + MOST_FIELDS + " fields: leave out what is not about one citizen");
        }
        leaves.stream()
                .flatMap(leaf -> leaf.path().stream())
                .map(Field::name)
                .filter(name -> name.length() > LONGEST_NAME)
                .findFirst()
                .ifPresent(name -> {
                    throw new DraftException(
                            "The name " + name.substring(0, 40) + "... has more than " + LONGEST_NAME + " characters");
                });
        leaves.stream()
                .filter(leaf -> leaf.place("").length() > LONGEST_PLACE)
                .findFirst()
                .ifPresent(leaf -> {
                    throw new DraftException(
                            "The field " + leaf.name() + " lies too deep: the names on the way to it have more than "
                                    + LONGEST_PLACE + " characters");
                });
    }

    /** @param addressed whether the question stands in an address, and its names in the descriptor */
    private static void asked(String name, boolean addressed) {
        if (RequestText.PLACEHOLDER.matcher(name).find()) {
            throw new DraftException(
                    "The request has a field called " + name + ", which the gateway would take for a place to fill in");
        }
        if (addressed
                && (name.length() > LONGEST_PARAMETER
                        || name.codePoints().anyMatch(c -> PlainText.acts(c) || c == '{' || c == '}'))) {
            throw new DraftException("The request has a parameter called " + name + ", which no address may have: over "
                    + LONGEST_PARAMETER + " characters, or with a brace or a character that nothing shows");
        }
    }

    /** A file of the contract may not pass for one that the kit or a person writes. */
    private static void named(String file) {
        if (!file.matches("(?:" + STEP + "/){0,10}" + STEP) || file.matches(OURS)) {
            throw new DraftException("The contract needs a file " + file
                    + ", and no file of a connector's folder may be called so: give it another name there and here");
        }
    }

    private ContractBounds() {}
}
