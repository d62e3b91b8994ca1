package az.dost.vahid.drop.row;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.RowFinding;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;

/** Counts and adds up the records as they pass, to compare with what the trailer says. */
final class TrailerCheck {
    private final Connector.Trailer trailer;
    private long count;
    private BigInteger sum = BigInteger.ZERO;

    /** @param trailer null where nothing is to be compared */
    TrailerCheck(Connector.Trailer trailer) {
        this.trailer = trailer;
    }

    void add(JsonNode row, long line) {
        count++;
        if (trailer != null && trailer.of() != null) {
            String digits = row.path(trailer.of()).asText();
            if (!digits.matches("\\d{1,30}")) {
                throw DropRefused.at(count, line, trailer.of(), "The field that is added up holds no digits");
            }
            sum = sum.add(new BigInteger(digits));
        }
    }

    long count() {
        return count;
    }

    void compare(JsonNode said) {
        if (trailer != null && trailer.count() != null) {
            compare(said, trailer.count(), BigInteger.valueOf(count), "records");
        }
        if (trailer != null && trailer.sum() != null) {
            compare(said, trailer.sum(), sum, "their sum");
        }
    }

    private static void compare(JsonNode said, String field, BigInteger found, String what) {
        String digits = said.path(field).asText();
        if (!digits.matches("\\d{1,30}") || !new BigInteger(digits).equals(found)) {
            String why = "The trailer does not agree with the " + what;
            throw new DropRefused(Reason.MALFORMED, why, java.util.List.of(new RowFinding(null, null, field, why)));
        }
    }
}
