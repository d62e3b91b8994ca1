package az.dost.vahid.report.disclosure;
import java.util.*;
public final class Suppression {
    public static Hidden of(List<Cell> cells, List<Sum> sums, Set<String> hiddenAlready) {
        Set<String> ids = new TreeSet<>(hiddenAlready);
        for (Cell c : cells) { if (c.value() > 0 && c.value() < c.least()) ids.add(c.id()); }
        return new Hidden(ids);
    }
}
