package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.sources.combine.CombinedFacts;
import az.dost.vahid.sources.combine.Combiner;
import az.dost.vahid.sources.combine.Instants;
import az.dost.vahid.sources.combine.Silence;
import az.dost.vahid.sources.combine.Subject;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Writes the dossier of {@code contracts/dossier.schema.json} from the answers that the scatter brought. */
public final class DossierWriter {
    /** Of every amount in a dossier, ISO 4217. */
    private static final String CURRENCY = "AZN";

    private final Combiner combiner;
    private final DocumentRows documents;
    private final Clock clock;

    /** @param clock says what day it is, in its zone: one day for the whole dossier */
    public DossierWriter(Combiner combiner, DocumentRows documents, Clock clock) {
        this.combiner = combiner;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Combines the answers into a dossier without verdicts.
     *
     * @param gathered a list of {@link SourceAnswer}; anything else where nobody was asked
     */
    public Lookup.Combined combine(
            @ExchangeProperty(Lookup.PROPERTY) Lookup.Planned lookup, @Body Object gathered, Exchange exchange) {
        List<SourceAnswer> answers = combiner.plausible(rows(lookup, gathered), lookup.facts);
        Instant now = clock.instant();
        String today = LocalDate.ofInstant(now, clock.getZone()).toString();
        Silence silence = Silence.of(lookup.plan, answers, today);
        List<SourceAnswer> heard = combiner.heard(answers, silence);
        CombinedFacts combined =
                Minimisation.of(combiner.combine(lookup.facts, heard, silence), lookup.facts, lookup.passport.fields());
        SourceRows sources = new SourceRows(heard, told(lookup.facts, combined.subject()));
        ObjectNode dossier = JsonNodeFactory.instance.objectNode();
        combined.subject().write(dossier.putObject("subject").put("fin", lookup.request.fin()));
        dossier.put("dossierId", lookup.id.toString())
                .put("assembledAt", Instants.text(now))
                .put("service", lookup.passport.code())
                .put("requester", lookup.requester.id())
                .put("official", lookup.request.official())
                .put("caseRef", lookup.request.caseRef());
        if (lookup.known.completes() != null) {
            dossier.put("completes", lookup.known.completes().toString());
        }
        dossier.put("completeness", sources.completeness()).put("currency", CURRENCY);
        dossier.set("facts", combined.facts());
        dossier.set("conflicts", combined.conflicts());
        dossier.set("sources", sources.rows());
        Lookup.Combined next =
                new Lookup.Combined(lookup, answers, combined.subject().state(), today, dossier);
        exchange.getMessage().removeHeaders("*");
        exchange.setProperty(Lookup.PROPERTY, next);
        return next;
    }

    /** Whose death is doubted is told by whom, whatever the lookup is for: it has left all papers without a verdict. */
    private static Collection<String> told(Collection<String> facts, Subject subject) {
        return subject.reason() == Subject.Reason.DEATH_DOUBTED
                ? Stream.concat(facts.stream(), Stream.of(Subject.DEATH)).toList()
                : facts;
    }

    /** Says of each paper whether the citizen need bring it. */
    public Lookup.Assembled verdicts(Lookup.Combined lookup) {
        ObjectNode dossier = JsonNodeFactory.instance.objectNode();
        dossier.setAll(lookup.draft);
        dossier.set("documents", documents.of(lookup));
        return new Lookup.Assembled(lookup, dossier);
    }

    /**
     * One row for every planned source, in the ids' order; a branch that brought none is switched off, or a fault of
     * ours, not a missing row.
     */
    private static List<SourceAnswer> rows(Lookup.Planned lookup, Object gathered) {
        List<SourceAnswer> rows = new ArrayList<>(lookup.known.answers());
        // Where nobody was to be asked, nothing was gathered.
        (gathered instanceof List<?> answers ? answers : List.of())
                .forEach(answer -> rows.add(((SourceAnswer) answer).askedFor(lookup.facts)));
        lookup.plan.stream()
                .filter(connector -> rows.stream().noneMatch(row -> row.agency().equals(connector.id())))
                .toList()
                .forEach(connector -> rows.add(new SourceAnswer(
                        connector.id(),
                        Verdict.UNAVAILABLE,
                        lookup.off.contains(connector.id()) ? Reason.SWITCHED_OFF : Reason.INTERNAL,
                        null,
                        0,
                        JsonNodeFactory.instance.objectNode(),
                        List.of())));
        rows.sort(Comparator.comparing(SourceAnswer::agency));
        return rows;
    }
}
