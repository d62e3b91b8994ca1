package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Channel;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.access.View;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.proof.record.Trail;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/**
 * Lookups for callers of the hot-line: by one the gateway itself compares what a caller answers, and nobody is given
 * what the registers said; of one that a clerk made, a slip's code shows whether papers are needed.
 */
public final class CallerLookups {
    /** What check questions are about. */
    static final List<String> FACTS = List.of("identity", "address");

    private static final int DEADLINE_MS = 3_000;
    /** So long a slip is of use: what is needed has changed then. */
    private static final int SLIP_DAYS = 92;

    private final PersonHash persons;
    private final Trail trail;
    private final Dossiers dossiers;
    private final Planner planner;
    private final String service;

    /** @param service code of the passport under which callers are checked */
    CallerLookups(PersonHash persons, Trail trail, Dossiers dossiers, Planner planner, String service) {
        this.trail = trail;
        this.dossiers = dossiers;
        this.planner = planner;
        this.persons = persons;
        this.service = service;
    }

    /** Keyed hash of a FIN. */
    public String person(String fin) {
        return persons.of(fin);
    }

    public String service() {
        return service;
    }

    /** Makes the lookup of a call the body, for {@code direct:new-dossier}. */
    public void begin(Exchange exchange, Caller caller, String fin, UUID call) {
        LookupRequest request = new LookupRequest(
                fin,
                service,
                call.toString(),
                caller.official(),
                FACTS,
                DEADLINE_MS,
                View.VERDICTS,
                Channel.CALL_CENTRE);
        Lookup.New lookup = new Lookup.New(new Lookup(
                caller.requester(), request, Lookup.Occasion.CALLER_CHECK, System.nanoTime(), null, Form.JSON, null));
        exchange.setProperty(Lookup.PROPERTY, lookup);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(lookup);
    }

    /** What the registers say, by fact; personal data. */
    public JsonNode facts(Exchange exchange) {
        return combined(exchange).draft.path("facts");
    }

    /** Facts of which some register did not speak, so that one of them that is missing says nothing. */
    public Set<String> silent(Exchange exchange) {
        Lookup.Combined combined = combined(exchange);
        Set<String> spoke = combined.answers.stream()
                .filter(answer -> answer.verdict().spoke())
                .map(SourceAnswer::agency)
                .collect(Collectors.toSet());
        return combined.plan.stream()
                .filter(source -> !spoke.contains(source.id()))
                .flatMap(source -> source.facts().stream())
                .collect(Collectors.toSet());
    }

    private static Lookup.Combined combined(Exchange exchange) {
        return exchange.getProperty(Lookup.PROPERTY, Lookup.Combined.class);
    }

    /**
     * Whether papers are needed, as the dossier of a citizen's slip said it to whichever requester had it made; see
     * {@code contracts/verdicts.schema.json}. The code is the last part of the dossier's id, and only dossiers of that
     * citizen are looked at, so nobody's else is found by a code.
     *
     * @param to who is told
     * @param person keyed hash of the citizen's FIN
     * @param code 12 hexadecimal digits
     * @throws ProblemException NOT_FOUND, also for one that is not kept any more; NOT_GRANTED where who is told could
     *     not ask for it himself
     */
    public ObjectNode slip(Requester to, String person, String code) {
        JsonNode entry = trail.dossier(person, code, SLIP_DAYS).orElseThrow(CallerLookups::nothing);
        RecordedDossier kept = dossiers.kept(
                        UUID.fromString(entry.path("id").textValue()),
                        entry.path("requester").textValue())
                .orElseThrow(CallerLookups::nothing);
        planner.confirm(to, kept.service(), kept.about().facts());
        return VerdictsOnly.of((ObjectNode) Dossiers.read(kept.content()));
    }

    private static ProblemException nothing() {
        return new ProblemException(
                ProblemCode.NOT_FOUND, null, "The caller has no slip of this code that is still kept.");
    }
}
