package az.dost.vahid.journeys.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.stream.Stream;

/** What a caller says it can read (RFC 9110, section 12.5.1). */
final class Accepted {
    private static final String JSON = "application/json";

    /**
     * Whether JSON is named; a range that has it among others does not name it (X-Road Service Metadata Protocol,
     * section 2).
     */
    static boolean json(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Accept")).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .anyMatch(range -> range.split(";", 2)[0].strip().equalsIgnoreCase(JSON));
    }

    private Accepted() {}
}
