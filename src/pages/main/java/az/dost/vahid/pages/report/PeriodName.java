package az.dost.vahid.pages.report;

import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/** What people call a month or a quarter. */
final class PeriodName {
    private static final Pattern PERIOD = Pattern.compile("(\\d{4})-(?:(0[1-9]|1[0-2])|Q([1-4]))");
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

    /**
     * @return {@code period} itself when it is one, so that nothing else comes into a call of the gateway @throws
     *     NotThere when it is none
     */
    static String checked(String period) {
        if (!PERIOD.matcher(period).matches()) {
            throw new NotThere();
        }
        return period;
    }

    /** @param period as the contract writes it, {@code 2026-11} or {@code 2026-Q4}; another text comes back as it is */
    static String of(String period, MessageSource messages, Wording w) {
        Matcher parts = PERIOD.matcher(period);
        if (!parts.matches()) {
            return period;
        }
        if (parts.group(3) != null) {
            return messages.getMessage(
                    "report.quarter",
                    new Object[] {parts.group(1), ROMAN.get(Integer.parseInt(parts.group(3)) - 1)},
                    w.locale());
        }
        String month = DateTimeFormatter.ofPattern("LLLL uuuu", w.locale()).format(YearMonth.parse(period));
        return month.substring(0, 1).toUpperCase(w.locale()) + month.substring(1);
    }

    private PeriodName() {}
}
