package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.SubjectState;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.sources.verdict.DocumentRules;
import az.dost.vahid.sources.verdict.DocumentRuling;
import az.dost.vahid.sources.verdict.ReasonTexts;
import az.dost.vahid.sources.verdict.RulingInput;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** The dossier's rows of documents: which papers the citizen need not bring, each with its reason. */
public final class DocumentRows {
    private final ReasonTexts texts;

    public DocumentRows(ReasonTexts texts) {
        this.texts = texts;
    }

    ArrayNode of(Lookup.Combined lookup) {
        return of(
                lookup.passport,
                lookup.facts,
                new RulingInput(lookup.subject, lookup.today, lookup.plan, lookup.answers));
    }

    /**
     * A row for each paper of the facts that were asked for; none for a subject whom nobody knows. Public for the
     * bench, whose floor writes the same dossier without the steps of a lookup.
     */
    public ArrayNode of(Passport passport, Collection<String> facts, RulingInput gathered) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        if (gathered.state() == SubjectState.UNKNOWN) {
            return rows;
        }
        for (Passport.PaperDocument paper : passport.documents()) {
            if (paper.fact() == null || facts.contains(paper.fact())) {
                write(rows.addObject(), paper, DocumentRules.of(paper, gathered));
            }
        }
        return rows;
    }

    private void write(ObjectNode row, Passport.PaperDocument paper, DocumentRuling ruling) {
        row.put("id", paper.id());
        row.putObject("title")
                .put("az", paper.title().az())
                .put("en", paper.title().en());
        row.put("concerns", paper.concerns().word());
        if (paper.ground()) {
            row.put("ground", true);
        }
        put(row, "fact", paper.fact());
        put(row, "register", paper.register());
        row.put("verdict", ruling.reason().verdict().name());
        ObjectNode reason = row.putObject("reason").put("code", ruling.reason().name());
        put(reason, "source", ruling.source());
        put(reason, "field", ruling.field());
        put(reason, "day", ruling.day());
        Passport.Title text = texts.of(ruling, paper);
        reason.put("az", text.az()).put("en", text.en());
    }

    private static void put(ObjectNode object, String member, String value) {
        if (value != null) {
            object.put(member, value);
        }
    }
}
