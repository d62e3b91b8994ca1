package az.dost.vahid.mock.soap;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Local days and times of Azerbaijan as one agency writes them. */
record BakuTime(DateTimeFormatter format) {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    static BakuTime as(String pattern) {
        return new BakuTime(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    static ZonedDateTime now() {
        return ZonedDateTime.now(BAKU);
    }

    String write(ZonedDateTime time) {
        return format.format(time);
    }

    /** A day as the moment at which it begins. */
    String write(LocalDate day) {
        return format.format(day.atStartOfDay(BAKU));
    }
}
