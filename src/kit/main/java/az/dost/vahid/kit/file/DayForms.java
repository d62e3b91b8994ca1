package az.dost.vahid.kit.file;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a day as descriptions of files write it: letters for year, month and day in several languages. */
final class DayForms {
    /**
     * Letters that stand for a year, a month and a day: English, German, Turkish and Azerbaijani, French and Spanish,
     * Russian.
     */
    private static final Pattern DAY = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
            + "(?<y1>[YJİIAГ]{4})(?<s1>[-./]?)(?<m1>[MAYМ]{2})\\k<s1>(?<d1>[DTGJДF]{2})|"
            + "(?<d2>[DTGJД]{2})(?<s2>[-./]?)(?<m2>[MAМ]{2})\\k<s2>(?<y2>[YJİIAГ]{4})|"
            + "(?<m3>MM)(?<s3>[-./]?)(?<d3>DD)\\k<s3>(?<y3>YYYY))(?![\\p{L}\\p{N}])");

    /** As java.time writes it; null where the text names none. */
    static String of(String text) {
        Matcher found = DAY.matcher(text.toUpperCase(Locale.ROOT).replace('C', 'Y'));
        if (!found.find()) {
            return null;
        }
        if (found.group("y1") != null) {
            String between = found.group("s1");
            return "yyyy" + between + "MM" + between + "dd";
        }
        if (found.group("d2") != null) {
            String between = found.group("s2");
            return "dd" + between + "MM" + between + "yyyy";
        }
        String between = found.group("s3");
        return "MM" + between + "dd" + between + "yyyy";
    }

    private DayForms() {}
}
