package az.dost.vahid.check.fact;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name brought into comparable form: words in small letters without diacritics and without the possessive endings of
 * Azerbaijani.
 *
 * @param joined the words without borders between them
 */
record Name(List<String> words, String joined) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BORDER =
            Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[^\\p{L}\\p{N}№]+");
    /** What Unicode does not take apart. */
    private static final Map<Character, String> WHOLE = Map.of(
            'ə', "e", 'ı', "i", 'ø', "o", 'æ', "ae", 'ł', "l", 'đ', "d", 'ß', "ss", 'і', "i", 'œ', "oe", 'є', "е");

    private static final Pattern ENDING = Pattern.compile("(?:si|su|i|u)$");
    private static final int STEM = 4;

    /** @param same what every language has a short word for, by each of its words */
    static Name of(String name, Map<String, String> same) {
        String bare = MARKS.matcher(Normalizer.normalize(name.replace('İ', 'I'), Normalizer.Form.NFD))
                .replaceAll("");
        List<String> words = Stream.of(BORDER.split(bare.replace('Ə', 'ə')))
                .map(Name::plain)
                .filter(word -> !word.isEmpty())
                .map(word -> same.getOrDefault(word, word))
                .toList();
        return new Name(words, String.join("", words));
    }

    /** One word without its border. */
    static String plain(String word) {
        StringBuilder plain = new StringBuilder();
        for (char c : word.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
            plain.append(WHOLE.getOrDefault(c, String.valueOf(c)));
        }
        return plain.length() > STEM ? ENDING.matcher(plain).replaceFirst("") : plain.toString();
    }

    /** Whether all words of the other are among these. */
    boolean has(Name other) {
        return words.containsAll(other.words);
    }
}
