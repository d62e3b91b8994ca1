package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.signature.DossierSigner;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.springframework.beans.factory.BeanFactory;

/**
 * The gateway's own steps of a lookup before and after the scatter, for the applications that it is measured against.
 */
public final class LeanDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final CamelContext context = new DefaultCamelContext();
    private final AccessPolicy access;
    private final RequestReader reader;
    private final Planner planner;
    private final Vigilance vigilance;
    private final Catalogue connectors;
    private final DossierWriter writer;
    private final DossierSigner signer;

    /** An accepted question, its plan, and in the end its dossier. */
    public static final class Case {
        private final Lookup lookup;

        Case(Lookup lookup) {
            this.lookup = lookup;
        }

        /** The same, to be recorded once more. */
        public Case anew() {
            Lookup again = new Lookup(lookup.requester, lookup.request, System.nanoTime());
            again.passport = lookup.passport;
            again.facts = lookup.facts;
            again.person = lookup.person;
            again.plan = lookup.plan;
            again.off = lookup.off;
            again.answers = lookup.answers;
            again.dossier = lookup.dossier;
            return new Case(again);
        }

        public Question question() {
            return lookup.question;
        }

        public List<Connector> plan() {
            return lookup.plan;
        }

        public List<SourceAnswer> answers() {
            return lookup.answers;
        }
    }

    public LeanDesk(BeanFactory parts) {
        this.access = parts.getBean(AccessPolicy.class);
        this.reader = parts.getBean(RequestReader.class);
        this.planner = parts.getBean(Planner.class);
        this.vigilance = parts.getBean(Vigilance.class);
        this.connectors = parts.getBean(Catalogue.class);
        this.writer = parts.getBean(DossierWriter.class);
        this.signer = parts.getBean(DossierSigner.class);
    }

    /** @param judged whether protection and misuse are looked at */
    public Case accept(String authorization, byte[] body, boolean judged) {
        Lookup lookup = new Lookup(access.authenticate(authorization), reader.read(body), System.nanoTime());
        planner.authorise(lookup);
        if (judged) {
            vigilance.judge(exchange(lookup, lookup));
        }
        lookup.plan = connectors.sourcesOf(new HashSet<>(lookup.facts));
        lookup.off = Set.of();
        return new Case(lookup);
    }

    private Exchange exchange(Lookup lookup, Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.setProperty(Lookup.PROPERTY, lookup);
        exchange.getMessage().setBody(body);
        return exchange;
    }

    /** Combines, writes and signs. */
    public RecordedDossier dossier(Case accepted, List<SourceAnswer> answers) {
        combine(accepted, answers);
        return sign(accepted);
    }

    public void combine(Case accepted, List<SourceAnswer> answers) {
        Exchange exchange = exchange(accepted.lookup, answers);
        writer.combine(exchange);
        writer.verdicts(accepted.lookup);
        vigilance.learn(exchange);
    }

    public RecordedDossier sign(Case accepted) {
        Lookup lookup = accepted.lookup;
        try {
            byte[] content = JSON.writeValueAsBytes(lookup.dossier);
            return new RecordedDossier(
                    lookup.id,
                    Instant.parse(lookup.dossier.path("assembledAt").textValue()),
                    lookup.requester.id(),
                    lookup.request.official(),
                    lookup.request.caseRef(),
                    lookup.request.service(),
                    content,
                    signer.sign(content).detached(),
                    null,
                    new RecordedDossier.About(lookup.person, lookup.facts, false));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
