package az.dost.vahid.journeys.desk;

import az.dost.vahid.edge.access.Channel;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cases of a channel among lookups: a case is what has one matter, and its last dossier counts. */
final class Visits {
    private final Map<String, DeskRow> last = new LinkedHashMap<>();
    /** A lookup of which nobody said the channel follows its case. */
    private final Set<String> matters = new HashSet<>();

    /** @param rows the oldest first */
    Visits(List<DeskRow> rows, Channel channel) {
        for (DeskRow row : rows) {
            last.put(row.matter(), row);
            if (row.told().path("channel").asText().equals(channel.name())) {
                matters.add(row.matter());
            } else if (row.told().has("channel")) {
                matters.remove(row.matter());
            }
        }
    }

    /** By case reference. */
    List<ObjectNode> json() {
        List<DeskRow> rows = new ArrayList<>(last.values());
        rows.removeIf(row -> !matters.contains(row.matter()));
        rows.sort(Comparator.<DeskRow, String>comparing(
                        row -> row.told().path("caseRef").asText())
                .thenComparing(DeskRow::dossier));
        return rows.stream().map(Visits::json).toList();
    }

    private static ObjectNode json(DeskRow row) {
        ObjectNode json = row.heading();
        json.set("stillNeeded", row.told().path("stillNeeded"));
        json.set("silent", row.told().path("silent"));
        if (!row.told().path("rejected").isEmpty()) {
            json.set("rejected", row.told().path("rejected"));
        }
        row.writeOpen(json);
        if (row.followed() != null) {
            json.put("followed", row.followed());
        }
        return json;
    }
}
