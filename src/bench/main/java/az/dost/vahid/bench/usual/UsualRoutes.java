package az.dost.vahid.bench.usual;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.bench.Parts;
import az.dost.vahid.bench.floor.LeanLookup;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.proof.record.RecordedDossier;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.springframework.context.ApplicationContext;

/** One multicast over twenty direct routes, each with a processor before and after its call. */
final class UsualRoutes extends RouteBuilder {
    private static final String CASE = "case";
    private final ApplicationContext parts;
    private final LeanLookup desk;
    private final UsualRecord record;

    UsualRoutes(ApplicationContext parts) {
        this.parts = parts;
        this.desk = new LeanLookup(parts);
        this.record = new UsualRecord(parts);
    }

    @Override
    public void configure() {
        List<String> branches = new ArrayList<>();
        for (ConnectorFolder folder : parts.getBean(Catalogue.class).folders()) {
            branches.add("direct:" + folder.connector().id());
            branch(folder);
        }
        from("platform-http:/v1/dossiers?httpMethodRestrict=POST")
                .process(this::accept)
                .multicast(UsualRoutes::collect)
                .parallelProcessing()
                .to(branches.toArray(new String[0]))
                .end()
                .process(this::answer);
    }

    private void branch(ConnectorFolder folder) {
        Connector connector = folder.connector();
        RouteDefinition route = from("direct:" + connector.id());
        switch (connector.protocol()) {
            case FILE -> route.process(new UsualDrop(connector, parts));
            case SOAP -> route.process(new UsualSoap(folder, Parts.talk(folder, parts), parts));
            case REST -> {
                UsualRest rest = new UsualRest(connector, Parts.talk(folder, parts), parts, getContext());
                route.process(rest::begin)
                        .choice()
                        .when(exchange -> rest.needsToken())
                        .process(rest::askToken)
                        .to(rest.tokenAddress())
                        .process(rest::takeToken)
                        .end()
                        .loopDoWhile(rest::unfinished)
                        .process(rest::ask)
                        .to(rest.address())
                        .process(rest::take)
                        .end()
                        .process(rest::answer);
            }
            default -> throw new IllegalStateException();
        }
    }

    private void accept(Exchange exchange) {
        LeanLookup.Case accepted = desk.accept(
                exchange.getMessage().getHeader("Authorization", String.class),
                exchange.getMessage().getBody(byte[].class),
                true);
        exchange.setProperty(CASE, accepted);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(accepted.question());
    }

    @SuppressWarnings("unchecked")
    private static Exchange collect(Exchange all, Exchange branch) {
        Exchange result = all == null ? branch : all;
        List<SourceAnswer> answers =
                all == null ? new ArrayList<>() : all.getMessage().getBody(List.class);
        if (branch.getException() == null) {
            answers.add(branch.getMessage().getBody(SourceAnswer.class));
        }
        result.getMessage().setBody(answers);
        return result;
    }

    @SuppressWarnings("unchecked")
    private void answer(Exchange exchange) {
        LeanLookup.Case accepted = exchange.getProperty(CASE, LeanLookup.Case.class);
        RecordedDossier dossier = desk.dossier(accepted, exchange.getMessage().getBody(List.class));
        record.keep(dossier, accepted.answers());
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setHeader("Vahid-Signature", dossier.jws());
        exchange.getMessage().setBody(dossier.content());
    }
}
