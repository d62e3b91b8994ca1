package az.dost.vahid.drop;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.calendar.Baku;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;

/**
 * What the name of a drop says; the order is that of application.
 *
 * @param day yyyyMMdd, possibly no date of any calendar
 * @param sequence 0 where the name has none
 * @param full whether the file replaces all rows
 */
public record DropName(String name, String day, long sequence, boolean full) implements Comparable<DropName> {
    private static final long SEQUENCES = 1_000_000_000L;
    private static final Comparator<DropName> ORDER =
            Comparator.comparingLong(DropName::version).thenComparing(DropName::name);

    /**
     * The time of which the file speaks: the start of its date in Azerbaijan, the latest moment for which it certainly
     * holds.
     *
     * @throws DropRefused when the name holds no date, or one of tomorrow or later: it would make every true file late
     */
    public Instant asOf(Instant now) {
        try {
            LocalDate date = LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
            if (!date.isAfter(LocalDate.ofInstant(now, Baku.ZONE))) {
                return date.atStartOfDay(Baku.ZONE).toInstant();
            }
        } catch (DateTimeParseException e) {
            throw new DropRefused(Reason.MALFORMED, "The file's name holds no date");
        }
        throw new DropRefused(Reason.MALFORMED, "The file's name is dated in the future");
    }

    /** Grows with the date, then the sequence; at the same of both a full file comes before a delta. */
    public long version() {
        return (Long.parseLong(day) * SEQUENCES + sequence) * 2 + (full ? 0 : 1);
    }

    @Override
    public int compareTo(DropName other) {
        return ORDER.compare(this, other);
    }
}
