package az.dost.vahid.kit.service;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list as DOST might give it: 154 rows, of which some tell of services that have passports. The names are made up,
 * and no service.
 */
final class ListOfServices {
    static final int ROWS = 154;
    private static final String[] FAMILIES = {
        "certificates", "labour-relations", "disability", "Məşğulluq", "Pensions and benefits", "social-services"
    };
    private final List<String> lines = new ArrayList<>();

    ListOfServices() {
        lines.add("officialId;code;family;az;en;channels;audience");
        for (int i = 1; i <= ROWS; i++) {
            String passport = i == 10 ? "disability-pension" : i == 20 ? "home-care" : "";
            String family =
                    i == 10 ? "pensions-and-benefits" : i == 20 ? "social-services" : FAMILIES[i % FAMILIES.length];
            lines.add("%02d-%02d-%02d-00;%s;%s;Sınaq üçün ad %s;%s;%s;%s"
                    .formatted(
                            i / 100 + 1,
                            i / 10 % 10 + 1,
                            i % 10 + 1,
                            passport,
                            family,
                            letters(i),
                            i % 3 == 0 ? "Name for a test " + letters(i) : "",
                            i % 2 == 0 ? "CENTRE|MOBILE" : "",
                            i % 5 == 0 ? "CITIZENS" : ""));
        }
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    /** @param line as an editor counts, the first is the header */
    ListOfServices change(int line, String from, String to) {
        if (!lines.get(line - 1).contains(from)) {
            throw new AssertionError("Line " + line + " is " + lines.get(line - 1));
        }
        lines.set(line - 1, lines.get(line - 1).replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
        return this;
    }

    String line(int line) {
        return lines.get(line - 1);
    }

    String text() {
        return String.join("\r\n", lines) + "\r\n";
    }
}
