package az.dost.vahid.normalise;

import az.dost.vahid.calendar.Baku;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Dates and instants in the agencies' many forms. */
final class Dates {
    private static final int MAX_YEAR = 9999;
    private static final DateTimeFormatter RFC3339 =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
    private static final Map<String, Form> FORMS = new ConcurrentHashMap<>();

    /** @param days null where the pattern has other parts */
    private record Form(DateTimeFormatter formatter, DayPattern days) {}

    /**
     * Pattern as in {@link DateTimeFormatter}; strict: 31.02.2020 is an error. Of a time with an offset it is the day
     * in Baku.
     */
    static String date(String text, String pattern) {
        try {
            Form form = form(pattern);
            LocalDate day = form.days() == null ? null : form.days().parse(text);
            return fourDigits(day == null ? day(form.formatter().parse(text)) : day)
                    .toString();
        } catch (DateTimeException e) {
            throw new ConversionException("date: not of the form " + pattern);
        }
    }

    private static LocalDate day(TemporalAccessor parsed) {
        boolean moment =
                parsed.query(TemporalQueries.zone()) != null && parsed.query(TemporalQueries.localTime()) != null;
        return moment
                ? ZonedDateTime.from(parsed).withZoneSameInstant(Baku.ZONE).toLocalDate()
                : LocalDate.from(parsed);
    }

    /** A time without an offset is Asia/Baku; the result is UTC with milliseconds. */
    static String instant(String text, String pattern) {
        try {
            TemporalAccessor parsed = form(pattern).formatter().parse(text);
            LocalDate date = LocalDate.from(parsed);
            // Asked, not tried: DateTimeFormatter.parseBest throws, deep in the stack, for each kind that the text is
            // not.
            LocalTime time = parsed.query(TemporalQueries.localTime());
            Instant instant = time == null
                    ? date.atStartOfDay(Baku.ZONE).toInstant()
                    : parsed.query(TemporalQueries.zone()) == null
                            ? date.atTime(time).atZone(Baku.ZONE).toInstant()
                            : ZonedDateTime.from(parsed).toInstant();
            fourDigits(instant.atZone(Baku.ZONE).toLocalDate());
            return RFC3339.format(instant.atOffset(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw new ConversionException("instant: not of the form " + pattern);
        }
    }

    private static LocalDate fourDigits(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > MAX_YEAR) {
            throw new DateTimeException("year");
        }
        return date;
    }

    private static Form form(String pattern) {
        try {
            // Strict resolving wants the proleptic year 'u' where people write 'y'.
            return FORMS.computeIfAbsent(
                    pattern,
                    p -> new Form(
                            DateTimeFormatter.ofPattern(p.replace('y', 'u'), Locale.ROOT)
                                    .withResolverStyle(ResolverStyle.STRICT),
                            DayPattern.of(p)));
        } catch (IllegalArgumentException e) {
            throw new MappingException("date, instant: the mapping's pattern is none");
        }
    }

    private Dates() {}
}
