package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.words.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** By what the table of agencies is sorted; each has the end that is worth a look first. */
enum AgencyOrder {
    /** As the gateway sends them: the worst first. */
    STATE("operator.gateway.ready", false),
    AGENCY("operator.files.agency", false),
    ASKED("operator.tile.asked", true),
    SHARE("operator.tile.share", false),
    P95("operator.tile.p95", true);

    private final String key;
    private final boolean greatestFirst;

    AgencyOrder(String key, boolean greatestFirst) {
        this.key = key;
        this.greatestFirst = greatestFirst;
    }

    /**
     * The head of a column.
     *
     * @param key of the message that names it
     * @param address of the page in that order, or the other way round where it has it already
     * @param sorted for {@code aria-sort}; null where the table is sorted by another
     */
    record Head(String key, String address, String sorted, boolean number) {}

    /** @param rows the worst first */
    List<AgencyRow> sort(List<AgencyRow> rows, boolean reversed, Wording w) {
        List<AgencyRow> sorted = new ArrayList<>(rows);
        if (this == STATE) {
            if (reversed) {
                Collections.reverse(sorted);
            }
            return sorted;
        }
        if (this == AGENCY) {
            Comparator<AgencyRow> named = Comparator.comparing(AgencyRow::agency, w.order());
            sorted.sort(reversed ? named.reversed() : named);
            return sorted;
        }
        Comparator<Double> figures = greatestFirst ^ reversed ? Comparator.reverseOrder() : Comparator.naturalOrder();
        // Those of which nothing is known stand at the end either way.
        sorted.sort(Comparator.comparing(this::figure, Comparator.nullsLast(figures)));
        return sorted;
    }

    private Double figure(AgencyRow row) {
        String member = switch (this) {
            case ASKED -> "asked";
            case SHARE -> "answeredShare";
            default -> "p95Ms";
        };
        return row.facts().has(member) ? (Double) row.facts().path(member).asDouble() : null;
    }

    private boolean descends(boolean reversed) {
        return greatestFirst ^ reversed;
    }

    /** The query of a page in this order. @param still whether that page stays as it is */
    String query(boolean reversed, boolean still) {
        return "?sort=" + name() + (reversed ? "&reversed=true" : "") + (still ? "&still" : "");
    }

    Head head(AgencyOrder now, boolean reversed, boolean still) {
        boolean here = this == now;
        return new Head(
                key,
                OverviewController.PATH + query(here && !reversed, still),
                !here ? null : descends(reversed) ? "descending" : "ascending",
                this != STATE && this != AGENCY);
    }
}
