package az.dost.vahid.proof.record;

import java.util.List;
import java.util.UUID;

/**
 * A part of a list. A row that is not believed is left out, and ends no list.
 *
 * @param next after which the next part begins, null at the end of the list
 */
public record Slice<T>(List<T> rows, UUID next) {
    /**
     * @param read rows as they were read, before one was left out
     * @param last id of the last of them
     */
    public static <T> Slice<T> of(List<T> rows, int read, int limit, UUID last) {
        return new Slice<>(rows, read < limit ? null : last);
    }
}
