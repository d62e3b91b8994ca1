package az.dost.vahid.passport.list;

import az.dost.vahid.definition.Nearest;
import az.dost.vahid.wordbook.AlikeLetters;
import az.dost.vahid.wordbook.Wordbook;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values of a column: a code, or its name in either language, as a list of DOST's own would have it. */
final class SheetTerms {
    private final Map<String, String> codes = new LinkedHashMap<>();
    private final Collection<String> known;

    private SheetTerms(Map<String, String> codes, Collection<String> known) {
        this.codes.putAll(codes);
        this.known = known;
    }

    /** @param group of the words {@code values}, such as {@code passport.family} */
    static SheetTerms of(Wordbook words, String group) {
        Map<String, String> codes = new LinkedHashMap<>();
        words.of("values").forEach((key, word) -> {
            if (key.startsWith(group + ".")) {
                String code = key.substring(group.length() + 1);
                codes.put(AlikeLetters.of(code), code);
                codes.put(AlikeLetters.of(word.az()), code);
                codes.put(AlikeLetters.of(word.en()), code);
            }
        });
        return new SheetTerms(codes, codes.values().stream().distinct().toList());
    }

    /** Null for a text that is neither a code nor a name. */
    String code(String text) {
        return codes.get(AlikeLetters.of(text));
    }

    Collection<String> known() {
        return known;
    }

    /** The code that was probably meant; null when none is near. */
    String near(String text) {
        String near = Nearest.of(AlikeLetters.of(text), codes.keySet());
        return near == null ? null : codes.get(near);
    }
}
