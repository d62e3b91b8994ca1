package az.dost.vahid.disclosure;

import java.util.List;

/**
 * What everybody knows of cells: one of them is the sum of others.
 *
 * @param total id of a cell
 * @param parts ids of cells; each at most once, and at least one
 */
public record Sum(String total, List<String> parts) {
    public Sum {
        parts = List.copyOf(parts);
    }
}
