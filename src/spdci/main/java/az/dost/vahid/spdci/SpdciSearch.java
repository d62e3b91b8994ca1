package az.dost.vahid.spdci;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.journeys.lookup.Form;
import az.dost.vahid.journeys.lookup.GivenDossier;
import az.dost.vahid.journeys.lookup.LookupRequest;
import az.dost.vahid.journeys.lookup.Reception;
import az.dost.vahid.journeys.lookup.RequestReader;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.camel.Exchange;

/**
 * One search becomes one lookup of the contract: the same question, the same decisions, the same dossier. Sent again
 * under the same message it is the same dossier, and no lookup.
 */
public final class SpdciSearch {
    private static final String SEARCH = "vahid.spdci.search";
    private final SpdciSettings settings;
    private final RequestReader requests;
    private final SearchFacts facts;
    private final Records records;
    private final Registries registries;
    private final CryptoProvider crypto;

    SpdciSearch(
            SpdciSettings settings,
            RequestReader requests,
            SearchFacts facts,
            Records records,
            Registries registries,
            CryptoProvider crypto) {
        this.settings = settings;
        this.requests = requests;
        this.facts = facts;
        this.records = records;
        this.registries = registries;
        this.crypto = crypto;
    }

    /**
     * Makes the lookup of the search in the body, for {@code direct:dossier}.
     *
     * @throws ProblemException naming what of the search is at fault
     */
    public void ask(Exchange exchange) {
        Search search = exchange.getMessage().getBody(Search.class);
        exchange.setProperty(SEARCH, search);
        search.check();
        Inquiry inquiry = exchange.getProperty(Inquiry.PROPERTY, Inquiry.class);
        if (search.form() == null) {
            throw Fields.invalid(
                    "reg_record_type",
                    "It must be one of "
                            + String.join(", ", inquiry.registry().records().keySet()) + ".");
        }
        if (search.criteria().at("/pagination/page_number").asInt(1) > 1) {
            throw Fields.invalid("pagination", "One person has one record: there is one page.");
        }
        search.purpose().check(Caller.of(exchange).official() != null);
        LookupRequest request = requests.read(request(search, inquiry));
        search.asked(request.facts());
        exchange.getMessage().setHeader(IdempotencyKey.HEADER, key(inquiry, search));
        exchange.getMessage().setBody(Reception.receive(exchange, request, Form.JSON));
    }

    private ObjectNode request(Search search, Inquiry inquiry) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.putObject("subject").put("fin", Subject.fin(search, inquiry.registry(), inquiry.operation()));
        search.purpose().put(request);
        facts.of(search, inquiry.operation()).forEach(request.putArray("facts")::add);
        return request.put("deadlineMs", settings.deadlineMs());
    }

    /** A repetition is known by the message's own name; another message may not take it. */
    private String key(Inquiry inquiry, Search search) {
        String name = inquiry.name() + "\n" + inquiry.operation() + "\n" + search.number();
        return "spdci."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(crypto.sha256(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads the answer from the dossier in the body. */
    public void found(Exchange exchange) {
        Search search = exchange.getProperty(SEARCH, Search.class);
        GivenDossier dossier = exchange.getMessage().getBody(GivenDossier.class);
        search.by(dossier.id());
        search.came(records.of(dossier.body(), search));
    }

    /**
     * The search is refused, and the others of the message are not.
     *
     * @throws Exception what says nothing of the search: the whole message may be sent again
     */
    public void refuse(Exchange exchange) throws Exception {
        Exception fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        ProblemException problem = Problems.of(fault);
        if (problem.code().passes() || problem.code() == ProblemCode.IDEMPOTENCY_KEY_USED) {
            throw fault;
        }
        exchange.getProperty(SEARCH, Search.class).came(Outcome.refused(problem, registries));
    }
}
