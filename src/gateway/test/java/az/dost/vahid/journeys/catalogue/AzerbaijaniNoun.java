package az.dost.vahid.journeys.catalogue;

import java.util.List;

/** Puts endings on a noun as a grammar says, with all letters of the language: a second opinion to the search's own. */
final class AzerbaijaniNoun {
    private static final String BACK = "aıou";
    private static final String ROUND = "oöuü";
    private static final String VOWELS = BACK + "eəiöü";

    /** k becomes y and q becomes ğ before a vowel, in words of more than one syllable. */
    static String softened(String noun) {
        int last = noun.length() - 1;
        boolean several = noun.chars().filter(AzerbaijaniNoun::vowel).count() > 1;
        if (several && noun.charAt(last) == 'k') {
            return noun.substring(0, last) + "y";
        }
        return several && noun.charAt(last) == 'q' ? noun.substring(0, last) + "ğ" : noun;
    }

    /**
     * Many of them; of, to, the, in and from one; mine, and his; to many of them, and to his. And what is of him, which
     * is no case of its own but common in titles.
     */
    static List<String> withEndings(String noun) {
        boolean open = vowel(noun.charAt(noun.length() - 1));
        char a = back(noun) ? 'a' : 'ə';
        char i = high(noun);
        String soft = softened(noun);
        return List.of(
                noun + "l" + a + "r",
                open ? noun + "n" + i + "n" : soft + i + "n",
                open ? noun + "y" + a : soft + a,
                open ? noun + "n" + i : soft + i,
                noun + "d" + a,
                noun + "d" + a + "n",
                open ? noun + "m" : soft + i + "m",
                open ? noun + "s" + i : soft + i,
                noun + "l" + a + "r" + a,
                (open ? noun + "s" + i : soft + i) + "n" + a);
    }

    private static boolean vowel(int letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    private static char last(String noun) {
        int at = noun.length() - 1;
        while (!vowel(noun.charAt(at))) {
            at--;
        }
        return noun.charAt(at);
    }

    private static boolean back(String noun) {
        return BACK.indexOf(last(noun)) >= 0;
    }

    private static char high(String noun) {
        boolean round = ROUND.indexOf(last(noun)) >= 0;
        return back(noun) ? round ? 'u' : 'ı' : round ? 'ü' : 'i';
    }

    private AzerbaijaniNoun() {}
}
