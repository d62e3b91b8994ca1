package az.dost.vahid.kit.draft.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalField;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** How a value says a day or a time. */
public final class DateForm {
    private final DateTimeFormatter format;

    private DateForm(String pattern) {
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /** Empty for what is neither. @param own patterns of the agency, which are tried first */
    public static Optional<DateForm> of(String value, Collection<String> own) {
        for (String pattern : own) {
            try {
                DateForm found = new DateForm(pattern);
                LocalDate.from(found.format.parse(value));
                return Optional.of(found);
            } catch (DateTimeException | IllegalArgumentException e) {
                // Another form, or a text that only looks like a pattern.
            }
        }
        return Optional.ofNullable(Value.like(value).pattern()).map(DateForm::new);
    }

    /** The value so many days later, in the same form; its time of day and offset stay. */
    public String moved(String value, int days) {
        TemporalAccessor moment = format.parse(value);
        return format.format(new Moved(moment, LocalDate.from(moment).plusDays(days)));
    }

    private record Moved(TemporalAccessor moment, LocalDate day) implements TemporalAccessor {
        @Override
        public boolean isSupported(TemporalField field) {
            return field.isDateBased() ? day.isSupported(field) : moment.isSupported(field);
        }

        @Override
        public long getLong(TemporalField field) {
            return field instanceof ChronoField && field.isDateBased() ? day.getLong(field) : moment.getLong(field);
        }
    }
}
