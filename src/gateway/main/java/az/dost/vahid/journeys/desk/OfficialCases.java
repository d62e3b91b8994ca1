package az.dost.vahid.journeys.desk;

import az.dost.vahid.edge.door.Paging;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.camel.Message;

/**
 * Which of his cases an official asks for, and fifty of them at a time at the most.
 *
 * @param service its code; null for all
 * @param from the first id that is meant
 * @param end the first id after those that are meant: of a day, each case stands with its newest dossier of that day
 * @param before where the page begins: what was told already is that id and whatever is newer
 * @param paging how many, and where the next page is told
 */
record OfficialCases(String service, UUID from, UUID end, UUID before, Paging paging) {
    private static final int MOST = 50;
    private static final String CHANNEL = "channel";
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,64}");
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    /** @throws ProblemException FIELD_INVALID for {@code day}, {@code service} or {@code before} */
    static OfficialCases of(Message request, Clock clock) {
        String service = request.getHeader("service", String.class);
        if (service != null && !CODE.matcher(service).matches()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "service", "It must be the code of a service.");
        }
        String day = request.getHeader("day", String.class);
        LocalDate of = day == null ? null : VisitDesk.day(day, clock);
        UUID end = of == null ? AFTER_ALL : begin(of.plusDays(1), clock);
        Paging paging = Paging.of(request, MOST);
        UUID before = paging.id();
        return new OfficialCases(
                service, of == null ? FIRST : begin(of, clock), end, before == null ? end : before, paging);
    }

    private static UUID begin(LocalDate day, Clock clock) {
        return new UUID(day.atStartOfDay(clock.getZone()).toInstant().toEpochMilli() << 16, 0);
    }

    /** How many lookups are read for a page: of one service, cases may lie far apart. */
    int rows() {
        return service == null ? 500 : 2_000;
    }

    /**
     * A page of them, the newest first.
     *
     * @param rows at most {@link #rows()}, the newest first, of cases that were not told on a page before
     */
    ObjectNode page(List<DeskRow> rows) {
        Map<String, ObjectNode> cases = new LinkedHashMap<>();
        UUID next = rows.size() < rows() ? null : rows.get(rows.size() - 1).dossier();
        UUID last = null;
        for (DeskRow row : rows) {
            if (service != null && !service.equals(row.told().path("service").textValue())) {
                continue;
            }
            if (!cases.containsKey(row.matter())) {
                if (cases.size() == paging.limit()) {
                    next = last;
                    continue;
                }
                last = row.dossier();
                cases.put(row.matter(), json(row));
            }
            ObjectNode newest = cases.get(row.matter());
            if (!newest.has(CHANNEL) && row.told().has(CHANNEL)) {
                // Where the newest lookup does not tell it, an earlier one of the case does.
                newest.set(CHANNEL, row.told().path(CHANNEL));
            }
        }
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.putArray("cases").addAll(cases.values());
        return next == null ? page : page.put("next", next.toString());
    }

    private static ObjectNode json(DeskRow row) {
        ObjectNode json =
                row.heading().put("stillNeeded", row.told().path("stillNeeded").size());
        row.writeOpen(json);
        if (row.followed() != null) {
            json.put("followed", row.followed());
        }
        return json;
    }
}
