package az.dost.vahid.journeys.auditor;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Auditor;
import az.dost.vahid.edge.access.Official;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.journeys.desk.DeskMark;
import az.dost.vahid.journeys.desk.DeskRows;
import az.dost.vahid.journeys.misuse.Hit;
import az.dost.vahid.journeys.misuse.HitRows;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.DossierRecord;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.Exchange;

/**
 * Shows the thirty days of the official whom a hit is about. His name is in no address, and that somebody looked is in
 * the chain first.
 */
public final class ActivityHandler {
    /** More lookups of one office are not counted, and the answer says so. */
    private static final int MOST = 50_000;

    private final HitRows hits;
    private final AccessPolicy access;
    private final DeskRows rows;
    private final DossierRecord record;
    private final Clock clock;

    /** @param clock in whose zone a day begins */
    ActivityHandler(HitRows hits, AccessPolicy access, DeskRows rows, DossierRecord record, Clock clock) {
        this.hits = hits;
        this.access = access;
        this.rows = rows;
        this.record = record;
        this.clock = clock;
    }

    public void show(Exchange exchange) {
        Auditor auditor = Auditor.of(exchange);
        Hit hit = hits.find(PathId.of(exchange)).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        record.keepAct(auditor.requester().id(), auditor.official(), "ACTIVITY", hit.id(), null);
        Official official = access.named(hit.requester())
                .map(requester -> requester.officials().get(hit.official()))
                .orElse(null);
        String office = official == null ? null : official.office();
        LocalDate today = LocalDate.now(clock);
        List<DeskMark> marks = rows.marks(
                hit.requester(),
                office,
                hit.official(),
                today.minusDays(Activity.DAYS - 1L)
                        .atStartOfDay(clock.getZone())
                        .toInstant(),
                MOST);
        ObjectNode json = new Activity(marks, today, clock.getZone())
                .json(hit.official())
                .put("official", hit.official())
                // Lookups of whoever has no role leave no row to count.
                .put(
                        "counted",
                        official != null
                                && official.roles() != null
                                && !official.roles().isEmpty())
                .put("whole", marks.size() < MOST);
        if (office != null) {
            json.put("office", office);
        }
        HttpAnswer.json(exchange.getMessage(), json);
    }
}
