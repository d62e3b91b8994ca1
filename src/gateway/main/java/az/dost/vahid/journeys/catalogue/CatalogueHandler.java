package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.apache.camel.Exchange;

/** What services there are and what each asks for, {@code contracts/catalogue.openapi.yaml}. It names nobody. */
public final class CatalogueHandler {
    private final CatalogueServices services;
    private final Supplier<Choices> choices;
    private final PapersJson papers;
    private final AgenciesJson agencies;

    CatalogueHandler(CatalogueServices services, Supplier<Choices> choices, PapersJson papers, AgenciesJson agencies) {
        this.services = services;
        this.choices = choices;
        this.papers = papers;
        this.agencies = agencies;
    }

    public void counts(Exchange exchange) {
        KeptAnswer.json(exchange.getMessage(), new CountsJson(choices.get()).of(services));
    }

    /** @throws ProblemException FIELD_INVALID, naming the parameter */
    public void services(Exchange exchange) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = body.putArray("services");
        new ServiceSearch(choices.get())
                .of(exchange, services.all())
                .forEach(service -> rows.add(new ServiceJson(service).heading()));
        KeptAnswer.json(exchange.getMessage(), body);
    }

    /** @throws ProblemException NOT_FOUND */
    public void service(Exchange exchange) {
        KeptAnswer.json(exchange.getMessage(), new ServiceJson(asked(exchange)).whole());
    }

    /** @throws ProblemException NOT_FOUND */
    public void manual(Exchange exchange) {
        KeptAnswer.json(exchange.getMessage(), new ManualJson(choices.get(), asked(exchange)).of());
    }

    /** @throws ProblemException FIELD_INVALID, naming the parameter */
    public void papers(Exchange exchange) {
        String replacement = choices.get().of(exchange, "replacement", "catalogue.Replacement");
        KeptAnswer.json(exchange.getMessage(), papers.of(services.all(), replacement));
    }

    public void agencies(Exchange exchange) {
        KeptAnswer.json(exchange.getMessage(), agencies.of());
    }

    public void centres(Exchange exchange) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("centres", services.list().centres());
        KeptAnswer.json(exchange.getMessage(), body);
    }

    private CatalogueService asked(Exchange exchange) {
        return services.find(exchange.getMessage().getHeader("code", String.class));
    }
}
