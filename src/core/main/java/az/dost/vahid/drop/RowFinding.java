package az.dost.vahid.drop;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing wrong in a file; holds no value of it.
 *
 * @param row from 1, headers and trailers not counted; null where no row is meant
 * @param line line of the file from 1; null where the format has no lines or the row says it all
 * @param column the agency's own name for it; null where no one column is meant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowFinding(Long row, Long line, String column, String reason) {
    public static RowFinding row(long row, String column, String reason) {
        return new RowFinding(row, null, column, reason);
    }
}
