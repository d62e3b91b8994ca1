package az.dost.vahid.pages.desk;

import az.dost.vahid.json.Json;
import az.dost.vahid.json.SheetText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * The day's list as CSV (RFC 4180) with a line of names, in UTF-8 with its mark, so that a spreadsheet reads its
 * letters.
 */
final class VisitsFile {
    private static final CsvMapper CSV = Json.csv();
    private static final String MARK = "\ufeff";
    private final MessageSource messages;
    private final Locale locale;

    VisitsFile(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    private String papers(TodaysVisit visit) {
        return visit.papers().isEmpty()
                ? messages.getMessage(visit.left(), new Object[] {visit.open()}, locale)
                : String.join("; ", visit.papers());
    }

    byte[] of(List<TodaysVisit> visits) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.of(
                        "desk.answer.case",
                        "desk.answer.service",
                        "desk.cases.at",
                        "desk.cases.needed",
                        "desk.visits.silent",
                        "desk.visits.rejected",
                        "desk.cases.followed")
                .map(key -> messages.getMessage(key, null, locale))
                .toList());
        visits.forEach(visit -> rows.add(Stream.of(
                        visit.caseRef(),
                        visit.service(),
                        visit.at(),
                        papers(visit),
                        String.join("; ", visit.silent()),
                        String.join("; ", visit.rejected()),
                        visit.followed())
                .map(SheetText::of)
                .toList()));
        try {
            return (MARK
                            + CSV.writer(CsvSchema.emptySchema().withLineSeparator("\r\n"))
                                    .writeValueAsString(rows))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
