package az.dost.vahid.journeys.misuse;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** When officials work, in their own time zone; from inclusive, to exclusive. */
record WorkingHours(ZoneId zone, LocalTime from, LocalTime to, Set<DayOfWeek> days, Set<LocalDate> holidays) {
    boolean at(long epochMs) {
        ZonedDateTime local = Instant.ofEpochMilli(epochMs).atZone(zone);
        return days.contains(local.getDayOfWeek())
                && !holidays.contains(local.toLocalDate())
                && !local.toLocalTime().isBefore(from)
                && local.toLocalTime().isBefore(to);
    }
}
