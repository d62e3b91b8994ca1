package az.dost.vahid.edge.server;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.eclipse.jetty.http.HttpFields;

/**
 * What a contract says is to be used no longer ({@code deprecated: true}): whoever uses it is told by each answer.
 *
 * @param name of a parameter; null for the operation itself
 * @param since first day, UTC, {@code x-deprecated} of the contract
 * @param until the day after which it need not work any more, {@code x-sunset} of the contract
 */
record Ending(String name, String since, String until) {
    /** @param query as it came, null for none */
    boolean usedBy(String query) {
        return name == null || query != null && ("&" + query).contains("&" + name + "=");
    }

    /** Headers of RFC 9745 and of RFC 8594. */
    void tell(HttpFields.Mutable headers) {
        headers.put("Deprecation", "@" + begin(since).toEpochSecond());
        headers.put("Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(begin(until)));
    }

    private static ZonedDateTime begin(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC);
    }
}
