package az.dost.vahid.lookup;

import az.dost.vahid.access.Caller;
import az.dost.vahid.access.View;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;

/** The face of lookups by which the gateway itself compares what a caller of the hot-line answers; nobody is given what the registers said. */
public final class CallerDesk {
    /** What check questions are about. */
    static final List<String> FACTS = List.of("identity", "address");
    private static final Set<Verdict> SILENT = Set.of(Verdict.TIMED_OUT, Verdict.UNAVAILABLE);
    private static final int DEADLINE_MS = 3_000;
    private final PersonHash persons;
    private final String service;

    /** @param service code of the passport under which callers are checked */
    CallerDesk(PersonHash persons, String service) {
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
        LookupRequest request = new LookupRequest(fin, service, call.toString(), caller.official(), FACTS, DEADLINE_MS, View.VERDICTS, Channel.CALL_CENTRE);
        Lookup lookup = new Lookup(caller.requester(), request, System.nanoTime());
        lookup.form = Form.JSON;
        lookup.checksCaller = true;
        exchange.setProperty(Lookup.PROPERTY, lookup);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(lookup);
    }

    /** What the registers say, by fact; personal data. */
    public JsonNode facts(Exchange exchange) {
        return exchange.getProperty(Lookup.PROPERTY, Lookup.class).dossier.path("facts");
    }

    /** Whether some register did not speak, so that what is missing says nothing. */
    public boolean silent(Exchange exchange) {
        return exchange.getProperty(Lookup.PROPERTY, Lookup.class).answers.stream().anyMatch(answer -> SILENT.contains(answer.verdict()));
    }
}
