package az.dost.vahid.sources.combine;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Instants as the dossier writes them: RFC 3339, UTC, three decimals. */
public final class Instants {
    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    public static String text(Instant instant) {
        return FORMAT.format(instant);
    }

    private Instants() {}
}
