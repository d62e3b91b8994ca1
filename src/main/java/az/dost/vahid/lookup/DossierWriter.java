package az.dost.vahid.lookup;

import az.dost.vahid.agency.Evidence;
import az.dost.vahid.agency.SourceAnswer;
import az.dost.vahid.agency.Verdict;
import az.dost.vahid.combine.Combined;
import az.dost.vahid.combine.Combiner;
import az.dost.vahid.combine.Instants;
import az.dost.vahid.passport.DocumentVerdict;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.problem.Reason;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/** Writes the dossier of {@code contracts/dossier.schema.json} from the answers that the scatter brought. */
public final class DossierWriter {
    private final Combiner combiner;
    private final Planner planner;

    public DossierWriter(Combiner combiner, Planner planner) {
        this.combiner = combiner;
        this.planner = planner;
    }

    /** Puts the lookup, its dossier written, back into the body. */
    public void write(Exchange exchange) {
        Lookup lookup = exchange.getProperty(Lookup.PROPERTY, Lookup.class);
        lookup.answers = rows(lookup, exchange.getMessage().getBody());
        Combined combined = Minimised.of(combiner.combine(lookup.facts, lookup.answers), lookup.passport.fields());
        ObjectNode dossier = JsonNodeFactory.instance.objectNode()
                .put("dossierId", lookup.id.toString())
                .put("assembledAt", Instants.text(Instant.now()))
                .put("service", lookup.passport.code())
                .put("requester", lookup.requester.id())
                .put("official", lookup.request.official())
                .put("caseRef", lookup.request.caseRef());
        if (lookup.completes != null) {
            dossier.put("completes", lookup.completes.toString());
        }
        dossier.putObject("subject").put("fin", lookup.request.fin());
        dossier.put("completeness", completeness(lookup.answers));
        dossier.set("facts", combined.facts());
        dossier.set("conflicts", combined.conflicts());
        ArrayNode sources = dossier.putArray("sources");
        lookup.answers.forEach(answer -> source(sources.addObject(), answer));
        documents(dossier.putArray("documents"), lookup, combined.facts());
        lookup.dossier = dossier;
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(lookup);
    }

    /**
     * One row for every planned source, in the ids' order; a branch that brought none is switched off, or a fault of ours,
     * not a missing row.
     */
    private static List<SourceAnswer> rows(Lookup lookup, Object gathered) {
        List<SourceAnswer> rows = new ArrayList<>(lookup.known);
        // Where nobody was to be asked, nothing was gathered.
        (gathered instanceof List<?> answers ? answers : List.of()).forEach(answer -> rows.add((SourceAnswer) answer));
        lookup.plan.stream().filter(connector -> rows.stream().noneMatch(row -> row.agency().equals(connector.id())))
                .toList().forEach(connector -> rows.add(new SourceAnswer(connector.id(), Verdict.UNAVAILABLE,
                        lookup.off.contains(connector.id()) ? Reason.SWITCHED_OFF : Reason.INTERNAL, null, 0,
                        JsonNodeFactory.instance.objectNode(), List.of())));
        rows.sort(Comparator.comparing(SourceAnswer::agency));
        return rows;
    }

    private static String completeness(List<SourceAnswer> answers) {
        if (answers.stream().allMatch(a -> (a.verdict() == Verdict.ANSWERED || a.verdict() == Verdict.NO_RECORD) && a.unmappable().isEmpty())) {
            return "COMPLETE";
        }
        return answers.stream().anyMatch(answer -> answer.verdict().spoke()) ? "PARTIAL" : "EMPTY";
    }

    private static void source(ObjectNode row, SourceAnswer answer) {
        row.put("agency", answer.agency()).put("verdict", answer.verdict().name());
        if (answer.reason() != null) {
            row.put("reason", answer.reason().name());
        }
        if (answer.asOf() != null) {
            row.put("asOf", Instants.text(answer.asOf()));
        }
        row.put("elapsedMs", answer.elapsedMs());
        if (!answer.evidence().isEmpty()) {
            ArrayNode evidence = row.putArray("evidence");
            for (Evidence item : answer.evidence()) {
                ObjectNode entry = evidence.addObject().put("id", item.id().toString()).put("digest", item.digest());
                if (item.signer() != null) {
                    entry.put("signer", item.signer());
                }
            }
        }
        if (!answer.unmappable().isEmpty()) {
            ArrayNode unmappable = row.putArray("unmappable");
            answer.unmappable().forEach(part -> unmappable.addObject().put("fact", part.fact()).put("path", part.path()).put("rule", part.rule()));
        }
    }

    private void documents(ArrayNode documents, Lookup lookup, ObjectNode facts) {
        Set<String> found = new HashSet<>();
        facts.fieldNames().forEachRemaining(found::add);
        Set<String> held = lookup.plan.stream().flatMap(connector -> connector.facts().stream()).collect(Collectors.toSet());
        Set<String> silent = new HashSet<>(planner.silentFacts(lookup));
        for (Passport.PaperDocument document : lookup.passport.documents()) {
            if (document.fact() == null || lookup.facts.contains(document.fact())) {
                ObjectNode row = documents.addObject().put("id", document.id());
                row.putObject("title").put("az", document.title().az()).put("en", document.title().en());
                if (document.fact() != null) {
                    row.put("fact", document.fact());
                }
                row.put("verdict", DocumentVerdict.of(document, held, found, silent).name());
            }
        }
    }
}
