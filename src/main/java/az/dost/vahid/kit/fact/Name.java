package az.dost.vahid.kit.fact;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A name brought into comparable form: words in small letters without diacritics and without the possessive
 * endings of Azerbaijani.
 *
 * @param joined the words without borders between them
 */
record Name(List<String> words, String joined) {
    private static final String WITH = "əıöüğşçéёйіƏIİ";
    private static final String WITHOUT = "eiougsceеиieii";
    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
    private static final String[] LATIN = {"a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r",
        "s", "t", "u", "f", "kh", "ts", "ch", "sh", "sch", "", "y", "", "e", "yu", "ya"};

    private static final int STEM = 4;
    /** What every language has a short word for. */
    private static final Map<String, String> SAME = Map.of("nomre", "no", "number", "no", "nr", "no", "num", "no", "номер", "no", "nomer", "no",
            "tarix", "date", "дата", "date", "data", "date");

    static Name of(String name) {
        String spaced = name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        List<String> words = Stream.of(spaced.split(" ")).map(Name::plain).filter(word -> !word.isEmpty()).toList();
        return new Name(words, String.join("", words));
    }

    private static String plain(String word) {
        StringBuilder plain = new StringBuilder();
        for (char c : word.toCharArray()) {
            int at = WITH.indexOf(c);
            char small = at >= 0 ? WITHOUT.charAt(at) : Character.toLowerCase(c);
            int again = WITH.indexOf(small);
            plain.append(again >= 0 ? WITHOUT.charAt(again) : small);
        }
        String bare = plain.length() > STEM ? plain.toString().replaceFirst("(?:si|su|i|u)$", "") : plain.toString();
        return SAME.getOrDefault(bare, bare);
    }

    /** Cyrillic letters in Latin ones, as systems without Cyrillic write Russian. */
    static String romanised(String text) {
        StringBuilder latin = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).replace('ё', 'е').toCharArray()) {
            int at = CYRILLIC.indexOf(c);
            latin.append(at < 0 ? String.valueOf(c) : LATIN[at]);
        }
        return latin.toString();
    }
}
