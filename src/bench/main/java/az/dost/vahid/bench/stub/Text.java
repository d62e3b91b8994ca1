package az.dost.vahid.bench.stub;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** A recorded text whose request id and time are filled in anew for each reply. */
final class Text {
    private static final ZoneOffset BAKU = ZoneOffset.ofHours(4);
    private static final List<String> PATTERNS = List.of(
            "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "yyyy.MM.dd HH:mm:ss.SSSXXX",
            "yyyy/MM/dd HH:mm:ss XXX",
            "dd-MM-yyyy'T'HH:mm:ss.SSS",
            "dd/MM/yyyy HH:mm:ss.SSS",
            "dd/MM/yyyy HH:mm:ss",
            "dd.MM.yyyy HH:mm:ss",
            "yyyy-MM-dd HH:mm:ss",
            "yyyyMMddHHmmss",
            "HH:mm:ss");
    private static final long APART_MS = 3000;
    private final List<Object> parts = new ArrayList<>();

    private enum Slot {
        REQUEST_ID
    }

    /** @throws IllegalArgumentException when a page shows its time in no form known here */
    Text(String text, Recorded recorded) {
        parts.add(text);
        if (recorded.requestId() != null) {
            cut(recorded.requestId(), Slot.REQUEST_ID);
        }
        Instant asOf = Instant.parse(recorded.asOf());
        // The recorded time is one page's; the others were made some milliseconds before or after it.
        long apart = recorded.page() == 1 && format(text, asOf) != null
                ? 0
                : LongStream.rangeClosed(-APART_MS, APART_MS)
                        .filter(ms -> format(text, asOf.plusMillis(ms)) != null)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("The recorded reply does not show its time"));
        Instant shown = asOf.plusMillis(apart);
        DateTimeFormatter time = format(text, shown);
        cut(time.format(shown), time);
    }

    /** Null when the time is shown in none of the forms. */
    private static DateTimeFormatter format(String recorded, Instant asOf) {
        for (String pattern : PATTERNS) {
            for (ZoneOffset zone : List.of(BAKU, ZoneOffset.UTC)) {
                DateTimeFormatter format =
                        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone);
                if (recorded.contains(format.format(asOf))) {
                    return format;
                }
            }
        }
        return null;
    }

    private void cut(String text, Object slot) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof String part && part.contains(text)) {
                int at = part.indexOf(text);
                parts.set(i, part.substring(0, at));
                parts.add(i + 1, slot);
                parts.add(i + 2, part.substring(at + text.length()));
            }
        }
    }

    String fill(String requestId, Instant now) {
        StringBuilder text = new StringBuilder(4096);
        for (Object part : parts) {
            text.append(
                    part instanceof DateTimeFormatter format
                            ? format.format(now)
                            : part == Slot.REQUEST_ID ? requestId : part);
        }
        return text.toString();
    }
}
