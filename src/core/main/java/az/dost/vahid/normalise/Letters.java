package az.dost.vahid.normalise;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Azerbaijani letters: the Cyrillic alphabet of 1958 to 1991, and casing with dotted and dotless i. */
final class Letters {
    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");
    private static final String CYRILLIC = "АаБбВвГгҒғДдЕеӘәЖжЗзИиЫыЈјКкҜҝЛлМмНнОоӨөПпРрСсТтУуҮүФфХхҺһЧчҸҹШш";
    private static final String LATIN = "AaBbVvQqĞğDdEeƏəJjZzİiIıYyKkGgLlMmNnOoÖöPpRrSsTtUuÜüFfXxHhÇçCcŞş";
    private static final Map<Character, String> RUSSIAN =
            Map.of('Э', "E", 'э', "e", 'Ю', "Yu", 'ю', "yu", 'Я', "Ya", 'я', "ya", 'Й', "Y", 'й', "y");
    private static final Set<String> PATRONYMIC = Set.of("oğlu", "qızı");
    private static final int CYRILLIC_FROM = 0x400;
    private static final int CYRILLIC_TO = 0x52F;

    /** Letter for letter; Latin text stays as it is, a Cyrillic letter of no known Latin form is an error. */
    static String latin(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = CYRILLIC.indexOf(c);
            if (at >= 0) {
                latin.append(LATIN.charAt(at));
            } else if (c < CYRILLIC_FROM || c > CYRILLIC_TO) {
                latin.append(c);
            } else if (RUSSIAN.containsKey(c)) {
                latin.append(RUSSIAN.get(c));
            } else {
                throw new ConversionException("latin: a letter outside the Azerbaijani Cyrillic alphabet");
            }
        }
        return latin.toString();
    }

    /**
     * Each word's first letter, and each one after a hyphen, in capitals, the rest small: {@code İSMAYILOVA} becomes
     * {@code İsmayılova}; {@code oğlu} and {@code qızı} stay small.
     */
    static String titleCase(String text) {
        StringBuilder title = new StringBuilder(text.length());
        for (String word : text.toLowerCase(AZERBAIJANI).split("(?<=[ -])")) {
            title.append(
                    word.isEmpty() || PATRONYMIC.contains(word.strip())
                            ? word
                            : word.substring(0, 1).toUpperCase(AZERBAIJANI) + word.substring(1));
        }
        return title.toString();
    }

    private Letters() {}
}
