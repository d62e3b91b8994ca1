package az.dost.vahid.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** What the contract of auditors answers, to be laid out by tests. */
final class Hits {
    static final String ID = "01a21d9e-0000-7afe-8c9a-88fd6dac9100";
    static final String REPORT = "01a21d9e-0000-7afe-8c9a-88fd6dac9200";
    private static final ObjectMapper JSON = new ObjectMapper();

    static ObjectNode hit(String state) {
        ObjectNode hit = JSON.createObjectNode()
                .put("id", ID)
                .put("rule", "protected-person")
                .put("action", "BLOCK")
                .put("requester", "dost-centre-1")
                .put("official", "a.mammadova")
                .put("service", "ccu-car")
                .put("caseRef", "DOST-1/2026/004711")
                .put("person", "a1".repeat(32))
                .put("times", 3)
                .put("firstAt", "2026-11-20T06:00:00Z")
                .put("lastAt", "2026-11-27T09:30:00Z")
                .put("state", state);
        if (!state.equals("OPEN")) {
            hit.put("assignee", "z.rzayeva");
        }
        if (state.equals("CLOSED")) {
            hit.put("reason", "MISUSE")
                    .put("note", "Bu nömrəli iş yoxdur")
                    .put("closedBy", "z.rzayeva")
                    .put("closedAt", "2026-11-28T06:00:00Z");
        }
        return hit;
    }

    static ObjectNode list(ObjectNode... hits) {
        ObjectNode list = JSON.createObjectNode();
        var all = list.putArray("hits");
        for (ObjectNode hit : hits) {
            all.add(hit);
        }
        return list;
    }

    /** @param counted whether the official has roles. @param compared whether there are colleagues enough */
    static ObjectNode activity(boolean counted, boolean compared) {
        LocalDate first = LocalDate.of(2026, 10, 30);
        ObjectNode json = JSON.createObjectNode()
                .put("official", "a.mammadova")
                .put("office", "centre-1")
                .put("from", first.toString())
                .put("to", first.plusDays(29).toString())
                .put("counted", counted)
                .put("whole", true)
                .put("lookups", counted ? 312 : 0)
                .put("colleagues", compared ? 7 : 1);
        if (compared) {
            json.put("median", 214.5);
        }
        var days = json.putArray("days");
        for (int i = 0; i < 30; i++) {
            boolean free = first.plusDays(i).getDayOfWeek().getValue() > 5;
            ObjectNode day = days.addObject()
                    .put("day", first.plusDays(i).toString())
                    .put("lookups", !counted || free ? 0 : 8 + i % 7 + (i > 25 ? 30 : 0));
            if (compared && !free) {
                day.put("median", 9 + i % 3 + (i % 2 == 0 ? 0.5 : 0));
            }
        }
        return json;
    }

    static ObjectNode report(String state, String askedBy) {
        ObjectNode report = JSON.createObjectNode()
                .put("id", REPORT)
                .put("state", state)
                .put("requester", "dost-centre-1")
                .put("official", "a.mammadova")
                .put("from", "2026-11-01")
                .put("to", "2026-11-27")
                .put("reason", "Qorunan şəxs barədə üç sorğu olub")
                .put("askedBy", askedBy)
                .put("askedAt", "2026-11-28T06:00:00Z");
        if (!state.equals("ASKED")) {
            report.put("decidedBy", "n.hasanli").put("decidedAt", "2026-11-28T07:00:00Z");
        }
        return state.equals("REFUSED") ? report.put("note", "Səbəb kifayət deyil") : report;
    }

    static ObjectNode entries() {
        ObjectNode json = JSON.createObjectNode();
        json.set("report", report("RELEASED", "z.rzayeva"));
        var entries = json.putArray("entries");
        entries.addObject()
                .put("id", Dossiers.ID)
                .put("at", "2026-11-27T09:30:00Z")
                .put("service", "ccu-car")
                .put("caseRef", "DOST-1/2026/004711")
                .put("person", "a1".repeat(32));
        entries.addObject()
                .put("id", Hits.ID)
                .put("at", "2026-11-26T09:30:00Z")
                .put("service", "ccu-car")
                .put("caseRef", "DOST-1/2026/004712")
                .put("person", "b2".repeat(32))
                .put("code", "APPROVAL_NEEDED");
        return json.put("withheld", 2).put("whole", true);
    }

    private Hits() {}
}
