package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.SubjectState;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.sources.verdict.DocumentRules;
import az.dost.vahid.sources.verdict.DocumentRuling;
import az.dost.vahid.sources.verdict.Gathered;
import az.dost.vahid.sources.verdict.ReasonTexts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The dossier's rows of documents: which papers the citizen need not bring, each with its reason. */
public final class DocumentRows {
    private final ReasonTexts texts;

    DocumentRows(ReasonTexts texts) {
        this.texts = texts;
    }

    /** A row for each paper of the facts that were asked for; none for a subject whom nobody knows. */
    ArrayNode of(Lookup.Combined lookup) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        if (lookup.subject == SubjectState.UNKNOWN) {
            return rows;
        }
        Gathered gathered = new Gathered(lookup.subject, lookup.today, lookup.plan, lookup.answers);
        for (Passport.PaperDocument paper : lookup.passport.documents()) {
            if (paper.fact() == null || lookup.facts.contains(paper.fact())) {
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
        put(row, "fact", paper.fact());
        put(row, "register", paper.register());
        row.put("verdict", ruling.reason().verdict().name());
        ObjectNode reason = row.putObject("reason").put("code", ruling.reason().name());
        put(reason, "source", ruling.source());
        put(reason, "field", ruling.field());
        put(reason, "day", ruling.day());
        Passport.Title text = texts.of(ruling);
        reason.put("az", text.az()).put("en", text.en());
    }

    private static void put(ObjectNode object, String member, String value) {
        if (value != null) {
            object.put(member, value);
        }
    }
}
