package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.linked.LinkedForm;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What services there are and what each asks for, {@code contracts/catalogue.openapi.yaml}. It names nobody. */
public final class CatalogueHandler {
    private static final int MAX_BODY = 4 * 1024;
    private final CatalogueServices services;
    private final Supplier<Choices> choices;
    private final ServiceSearch search;
    private final PapersJson papers;
    private final AgenciesJson agencies;
    private final LinkedCatalogue linked;

    CatalogueHandler(
            CatalogueServices services,
            Supplier<Choices> choices,
            ServiceSearch search,
            PapersJson papers,
            AgenciesJson agencies,
            LinkedCatalogue linked) {
        this.linked = linked;
        this.services = services;
        this.choices = choices;
        this.search = search;
        this.papers = papers;
        this.agencies = agencies;
    }

    /** Or, for whoever accepts linked data, all services as such. */
    public void counts(Exchange exchange) {
        negotiated(exchange.getMessage(), () -> new CountsJson(choices.get()).of(services), linked::whole);
    }

    /** @throws ProblemException FIELD_INVALID, naming the parameter */
    public void services(Exchange exchange) {
        KeptAnswer.json(
                exchange.getMessage(),
                json(search.of(name -> exchange.getMessage().getHeader(name, String.class))));
    }

    /**
     * The same with the words in the body: whoever types a FIN has it in no address.
     *
     * @throws ProblemException REQUEST_TOO_LARGE, REQUEST_MALFORMED, FIELD_UNKNOWN; FIELD_MISSING without a text;
     *     FIELD_INVALID, naming the member and no value
     */
    public void search(Exchange exchange) throws IOException {
        ObjectNode asked = StrictJson.object(BoundedBody.of(exchange.getMessage(), MAX_BODY), ServiceSearch.ASKED);
        if (!asked.hasNonNull("text")) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, "text", null);
        }
        HttpAnswer.json(exchange.getMessage(), json(search.of(name -> text(asked, name))));
    }

    private static String text(ObjectNode asked, String name) {
        if (asked.has(name) && !asked.path(name).isTextual()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, name, "It must be a text.");
        }
        return asked.path(name).textValue();
    }

    private static ObjectNode json(ServiceSearch.Found found) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = body.putArray("services");
        found.services().forEach(service -> rows.add(new ServiceJson(service).heading()));
        if (!found.near().isEmpty()) {
            ArrayNode near = body.putArray("near");
            found.near().forEach(word -> near.addObject().put(word.language(), word.word()));
        }
        return body;
    }

    /** @throws ProblemException NOT_FOUND */
    public void service(Exchange exchange) {
        CatalogueService service = asked(exchange);
        negotiated(exchange.getMessage(), () -> new ServiceJson(service).whole(), form -> linked.one(form, service));
    }

    private static void negotiated(Message message, Supplier<ObjectNode> json, Function<LinkedForm, byte[]> linked) {
        LinkedForm.wanted(message.getHeader("Accept", String.class), List.of("application/json"))
                .ifPresentOrElse(
                        form -> KeptAnswer.bytes(message, form.mediaType(), linked.apply(form)),
                        () -> KeptAnswer.json(message, json.get()));
        HttpAnswer.varies(message);
    }

    /** @throws ProblemException NOT_FOUND */
    public void manual(Exchange exchange) {
        KeptAnswer.json(exchange.getMessage(), new ManualJson(choices.get(), asked(exchange)).of());
    }

    /** @throws ProblemException FIELD_INVALID, naming the parameter */
    public void papers(Exchange exchange) {
        String replacement = choices.get()
                .of(
                        exchange.getMessage().getHeader("replacement", String.class),
                        "replacement",
                        "catalogue.Replacement");
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
