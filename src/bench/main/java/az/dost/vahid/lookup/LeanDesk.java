package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.DossierSigner;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.CamelContext;
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
        private final UUID id;
        private final Lookup.Planned planned;
        private Lookup.Assembled assembled;

        Case(UUID id, Lookup.Planned planned, Lookup.Assembled assembled) {
            this.id = id;
            this.planned = planned;
            this.assembled = assembled;
        }

        /** The same, to be recorded once more. */
        public Case anew() {
            return new Case(RecordId.next(), planned, assembled);
        }

        public Question question() {
            return planned.question;
        }

        public List<Connector> plan() {
            return planned.plan;
        }

        public List<SourceAnswer> answers() {
            return assembled.answers;
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
        Lookup.Granted granted = planner.authorise(new Lookup.New(new Lookup(
                access.authenticate(authorization),
                reader.read(body),
                Lookup.Occasion.FACE,
                System.nanoTime(),
                null,
                Form.JSON,
                null)));
        Lookup.Judged lookup =
                judged ? vigilance.judge(new DefaultExchange(context), granted) : new Lookup.Judged(granted, null, 0);
        List<Connector> plan = connectors.sourcesOf(new HashSet<>(lookup.facts));
        return new Case(lookup.id, new Lookup.Planned(lookup, Span.getInvalid(), plan, Set.of()), null);
    }

    /** Combines, writes and signs. */
    public RecordedDossier dossier(Case accepted, List<SourceAnswer> answers) {
        combine(accepted, answers);
        return sign(accepted);
    }

    public void combine(Case accepted, List<SourceAnswer> answers) {
        Lookup.Combined combined = writer.combine(accepted.planned, answers, new DefaultExchange(context));
        accepted.assembled = writer.verdicts(combined);
        vigilance.learn(accepted.assembled);
    }

    public RecordedDossier sign(Case accepted) {
        Lookup.Assembled lookup = accepted.assembled;
        try {
            byte[] content = JSON.writeValueAsBytes(lookup.dossier);
            return new RecordedDossier(
                    accepted.id,
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
