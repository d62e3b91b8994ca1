package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import java.util.List;
import java.util.Map;

/**
 * Values that a parameter can have are those of a contract, and each of those has words: that is how they are known
 * here.
 */
final class Choices {
    private final Map<String, Word> values;

    Choices(Wordbook words) {
        this.values = words.of("values");
    }

    /**
     * The parameter of a request, held to its values.
     *
     * @param value null when the request has none
     * @param group of its values among the words, such as {@code passport.channel}
     * @return the same value
     * @throws ProblemException FIELD_INVALID, naming the parameter
     */
    String of(String value, String parameter, String group) {
        if (value != null && !values.containsKey(group + "." + value)) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, parameter, "It must be one of " + String.join(", ", of(group)) + ".");
        }
        return value;
    }

    /** All values of a group. */
    List<String> of(String group) {
        return values.keySet().stream()
                .filter(key -> key.startsWith(group + "."))
                .map(key -> key.substring(group.length() + 1))
                .toList();
    }

    /** What people read for a value. */
    Word word(String group, String value) {
        return values.getOrDefault(group + "." + value, new Word(value, value));
    }
}
