package az.dost.vahid.kit.draft.field;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** An invented value of the same form as a real one: samples hold no personal data. Short codes stay as they are. */
public final class Synthetic {
    private static final Pattern FIN = Pattern.compile("(?=.*[0-9])[0-9A-HJ-NP-Z]{7}");
    private static final ZonedDateTime MOMENT = ZonedDateTime.of(2020, 5, 17, 10, 15, 30, 0, ZoneId.of("Asia/Baku"));
    private static final int CODE = 3;
    private static final String DIGITS = "1234567890";

    public static String of(String real) {
        if (FIN.matcher(real).matches()) {
            return "5AB1CD2";
        }
        if (real.matches("(19|20)\\d\\d")) {
            return "2019";
        }
        Value value = Value.like(real);
        if (value.pattern() != null) {
            return DateTimeFormatter.ofPattern(value.pattern(), Locale.ROOT).format(MOMENT);
        }
        return value.kind() == Kind.BOOLEAN || real.length() <= CODE ? real : text(real);
    }

    private static String text(String real) {
        StringBuilder invented = new StringBuilder();
        int digit = 0;
        int letter = 0;
        for (int i = 0; i < real.length(); i++) {
            char c = real.charAt(i);
            if (Character.isDigit(c)) {
                invented.append(DIGITS.charAt(digit++ % DIGITS.length()));
            } else if (Character.isLetter(c)) {
                char replaced = "nümunə".charAt(letter++ % 6);
                invented.append(Character.isUpperCase(c) ? Character.toUpperCase(replaced) : replaced);
            } else {
                invented.append(c);
                letter = 0;
            }
        }
        return invented.toString();
    }

    private Synthetic() {}
}
