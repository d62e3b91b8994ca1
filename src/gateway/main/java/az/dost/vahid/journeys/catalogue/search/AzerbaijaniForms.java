package az.dost.vahid.journeys.catalogue.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What may be left of an Azerbaijani noun without its endings. Two words are taken for one when they have such a form
 * in common. There are several, since only a dictionary knows that the last letters of {@code maşın} are no ending.
 *
 * <p>Endings stand one after the other (plural, whose, case), and each has two or four forms, of which the vowels
 * before it choose one. Letters are folded here ({@link FoldedLetters}), so two are left.
 */
final class AzerbaijaniForms {
    private static final List<String> ENDINGS = List.of(
            // plural
            "lar",
            "ler",
            // whose
            "m",
            "im",
            "um",
            "in",
            "un",
            "i",
            "u",
            "si",
            "su",
            "miz",
            "muz",
            "imiz",
            "umuz",
            "niz",
            "nuz",
            "iniz",
            "unuz",
            // case
            "nin",
            "nun",
            "a",
            "e",
            "ya",
            "ye",
            "na",
            "ne",
            "ni",
            "nu",
            "da",
            "de",
            "nda",
            "nde",
            "dan",
            "den",
            "ndan",
            "nden",
            // with, that is, of a place
            "la",
            "le",
            "yla",
            "yle",
            "dir",
            "dur",
            "ki",
            // of verbs: what is done
            "ma",
            "me",
            "mag",
            "mek");

    /** Those with a letter that only keeps two vowels apart. */
    private static final Set<String> AFTER_VOWELS =
            Set.of("m", "si", "su", "miz", "muz", "niz", "nuz", "ya", "ye", "yla", "yle");

    private static final String VOWELS = "aeiou";
    private static final int SHORTEST = 2;
    /** Of one word; none of Azerbaijani has as many. */
    private static final int MOST = 24;

    /** @param word folded. @return the word itself first, then all that may be left of it */
    static Set<String> of(String word) {
        Set<String> forms = new LinkedHashSet<>(List.of(word));
        Deque<String> open = new ArrayDeque<>(forms);
        while (!open.isEmpty() && forms.size() < MOST) {
            String form = open.remove();
            for (String ending : ENDINGS) {
                if (form.endsWith(ending)) {
                    for (String stem : stems(form.substring(0, form.length() - ending.length()), ending)) {
                        if (forms.add(stem)) {
                            open.add(stem);
                        }
                    }
                }
            }
        }
        return forms;
    }

    private static List<String> stems(String rest, String ending) {
        if (rest.length() < SHORTEST || !follows(rest, ending)) {
            return List.of();
        }
        // Before a vowel k became y: əlillik, əlilliyə.
        return vowel(ending.charAt(0)) && rest.endsWith("y")
                ? List.of(rest, rest.substring(0, rest.length() - 1) + "k")
                : List.of(rest);
    }

    private static boolean follows(String rest, String ending) {
        int last = rest.length() - 1;
        boolean afterVowel = vowel(rest.charAt(last));
        while (last >= 0 && !vowel(rest.charAt(last))) {
            last--;
        }
        // No word is without a vowel, a back vowel does not follow a front one nor the other way, and two never meet.
        return last >= 0
                && !(rest.charAt(last) == 'a' && ending.indexOf('e') >= 0)
                && !(rest.charAt(last) == 'e' && ending.indexOf('a') >= 0)
                && !(afterVowel && vowel(ending.charAt(0)))
                && (afterVowel || !AFTER_VOWELS.contains(ending));
    }

    private static boolean vowel(int letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    private AzerbaijaniForms() {}
}
