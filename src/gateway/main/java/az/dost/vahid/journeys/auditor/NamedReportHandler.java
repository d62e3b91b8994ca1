package az.dost.vahid.journeys.auditor;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Auditor;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.Paging;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.Slice;
import az.dost.vahid.proof.record.Trail;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.springframework.dao.QueryTimeoutException;

/**
 * Where named reports are asked for, decided about and read. No figure names an official or a citizen; whoever must see
 * what one did, or who looked at one, asks another auditor. A report is made of the audit chain each time that it is
 * read, so nothing of it is kept.
 */
public final class NamedReportHandler {
    private static final int LONGEST = 8 * 1024;
    private static final int PAGE = 100;
    private static final int MOST_ENTRIES = 1000;
    private static final String NOTE = "note";
    /** What an entry of a report tells. */
    private static final List<String> OF_OFFICIAL = List.of("id", "at", "service", "caseRef", "person", "code");

    private static final List<String> OF_CITIZEN =
            List.of("id", "at", "requester", "official", "service", "caseRef", "code");

    private final NamedReports reports;
    private final AccessPolicy access;
    private final Trail trail;
    private final PersonHash persons;
    private final Clock clock;

    /** @param clock in whose zone a day begins */
    NamedReportHandler(NamedReports reports, AccessPolicy access, Trail trail, PersonHash persons, Clock clock) {
        this.reports = reports;
        this.access = access;
        this.trail = trail;
        this.persons = persons;
        this.clock = clock;
    }

    public void list(Exchange exchange) {
        Auditor auditor = Auditor.of(exchange);
        Paging paging = Paging.of(exchange.getMessage(), PAGE);
        Slice<NamedReport> page = reports.list(auditor.requester().id(), paging.id(), paging.limit());
        reports.listed(auditor);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("reports");
        Instant now = clock.instant();
        // Whoever is reported on does not learn it here.
        page.rows().stream().filter(report -> !about(auditor, report)).forEach(report -> list.add(report.json(now)));
        if (page.next() != null) {
            json.put("before", page.next().toString());
        }
        HttpAnswer.json(exchange.getMessage(), json);
        paging.tell(exchange.getMessage(), page.next());
    }

    public void ask(Exchange exchange) throws IOException {
        Auditor auditor = Auditor.of(exchange);
        ReportQuestion wanted =
                ReportQuestion.read(BoundedBody.of(exchange.getMessage(), LONGEST), LocalDate.now(clock), persons::of);
        if (!wanted.ofCitizen() && access.named(wanted.requester()).isEmpty()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "requester", "There is no such requester.");
        }
        if (wanted.official().equals(auditor.official())) {
            throw new ProblemException(ProblemCode.OWN_MATTER, "official", null);
        }
        answer(exchange, reports.ask(auditor, wanted));
    }

    public void show(Exchange exchange) {
        Auditor auditor = Auditor.of(exchange);
        NamedReport report = report(exchange, auditor);
        reports.viewed(auditor, report);
        answer(exchange, report);
    }

    public void release(Exchange exchange) throws IOException {
        StrictJson.object(BoundedBody.of(exchange.getMessage(), LONGEST), Set.of());
        decide(exchange, true, null);
    }

    public void refuse(Exchange exchange) throws IOException {
        ObjectNode body = StrictJson.object(BoundedBody.of(exchange.getMessage(), LONGEST), Set.of(NOTE));
        decide(exchange, false, ReportQuestion.said(body, NOTE));
    }

    private void decide(Exchange exchange, boolean release, String note) {
        Auditor auditor = Auditor.of(exchange);
        NamedReport report = report(exchange, auditor);
        if (report.askedBy().equals(auditor.official())) {
            throw new ProblemException(
                    ProblemCode.OWN_MATTER,
                    null,
                    "A report is released by another auditor than the one who asked for it.");
        }
        if (!report.state(clock.instant()).equals("ASKED") || !reports.decide(auditor, report, release, note)) {
            throw new ProblemException(ProblemCode.REPORT_SETTLED);
        }
        answer(
                exchange,
                reports.find(auditor.requester().id(), report.id())
                        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    /**
     * What the official did, or who looked at the citizen, the newest first: of citizens keyed hashes, of dossiers
     * nothing.
     */
    public void entries(Exchange exchange) {
        Auditor auditor = Auditor.of(exchange);
        NamedReport report = report(exchange, auditor);
        if (!report.state(clock.instant()).equals("RELEASED")) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        reports.read(auditor, report);
        ReportQuestion wanted = report.wanted();
        List<JsonNode> found = found(wanted);
        ObjectNode json = JsonNodeFactory.instance.objectNode().set("report", report.json(clock.instant()));
        ArrayNode entries = json.putArray("entries");
        int withheld = 0;
        for (JsonNode entry : found) {
            if (entry.has("withheld")) {
                withheld++;
            } else {
                entries.add(entry(entry, wanted));
            }
        }
        HttpAnswer.json(
                exchange.getMessage(), json.put("withheld", withheld).put("whole", found.size() < MOST_ENTRIES));
    }

    private List<JsonNode> found(ReportQuestion wanted) {
        Instant from = wanted.from().atStartOfDay(clock.getZone()).toInstant();
        Instant to = wanted.to().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        try {
            return wanted.ofCitizen()
                    ? trail.ofPerson(wanted.official(), from, to, MOST_ENTRIES)
                    : trail.ofOfficial(wanted.requester(), wanted.official(), from, to, MOST_ENTRIES);
        } catch (QueryTimeoutException e) {
            throw new ProblemException(
                    ProblemCode.OVERLOADED, null, "These days have too many entries to be read now.");
        }
    }

    private static ObjectNode entry(JsonNode entry, ReportQuestion wanted) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        for (String name : wanted.ofCitizen() ? OF_CITIZEN : OF_OFFICIAL) {
            if (entry.has(name)) {
                one.put(name, entry.path(name).textValue());
            }
        }
        return one;
    }

    private NamedReport report(Exchange exchange, Auditor auditor) {
        return reports.find(auditor.requester().id(), PathId.of(exchange))
                .filter(report -> !about(auditor, report))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    /** One login is one person, whichever system it was used at. */
    private static boolean about(Auditor auditor, NamedReport report) {
        return report.wanted().official().equals(auditor.official());
    }

    private void answer(Exchange exchange, NamedReport report) {
        HttpAnswer.json(exchange.getMessage(), report.json(clock.instant()));
    }
}
