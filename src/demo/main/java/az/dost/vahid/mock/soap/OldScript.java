package az.dost.vahid.mock.soap;

import java.time.LocalDate;

/** Azerbaijani in the Cyrillic alphabet, as paperwork had it until it changed to Latin. */
final class OldScript {
    /** The day on which paperwork changed to the Latin alphabet, by decree of 18 June 2001. */
    static final LocalDate ENDED = LocalDate.of(2001, 8, 1);

    private static final String LATIN = "AaBbCcÇçDdEeƏəFfGgĞğHhXxIıİiJjKkQqLlMmNnOoÖöPpRrSsŞşTtUuÜüVvYyZz";
    private static final String CYRILLIC = "АаБбҸҹЧчДдЕеӘәФфҜҝҒғҺһХхЫыИиЖжКкГгЛлМмНнОоӨөПпРрСсШшТтУуҮүВвЈјЗз";

    static String write(String latin) {
        StringBuilder cyrillic = new StringBuilder(latin.length());
        for (char letter : latin.toCharArray()) {
            int at = LATIN.indexOf(letter);
            cyrillic.append(at < 0 ? letter : CYRILLIC.charAt(at));
        }
        return cyrillic.toString();
    }

    private OldScript() {}
}
