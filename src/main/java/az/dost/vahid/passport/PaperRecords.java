package az.dost.vahid.passport;

import az.dost.vahid.agency.SourceAnswer;
import az.dost.vahid.agency.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the register that issues a paper holds of it, and whether that replaces the paper. */
final class PaperRecords {
    private final Passport.PaperDocument paper;
    private final SourceAnswer register;
    private final String today;
    private final List<JsonNode> papers = new ArrayList<>();
    private final boolean single;
    /** Why records are no such paper, in the order in which they stand. */
    private final List<DocumentRuling> others = new ArrayList<>();

    /** @param today ISO 8601, in Azerbaijan */
    PaperRecords(Passport.PaperDocument paper, SourceAnswer register, String today) {
        this.paper = paper;
        this.register = register;
        this.today = today;
        JsonNode fact = register.facts().path(paper.fact());
        JsonNode held = paper.part() == null ? fact : fact.path(paper.part());
        this.single = held.isObject();
        if (single) {
            sort(held);
        } else {
            held.forEach(this::sort);
        }
    }

    private void sort(JsonNode record) {
        for (Map.Entry<String, Set<String>> condition : paper.where().entrySet()) {
            JsonNode value = record.path(condition.getKey());
            if (value.isMissingNode() && unmappable(condition.getKey())) {
                others.add(ruling(DocumentReason.UNMAPPABLE, condition.getKey(), null));
                return;
            } else if (!condition.getValue().contains(value.asText())) {
                others.add(ruling(DocumentReason.OTHER_STATE, condition.getKey(), null));
                return;
            }
        }
        papers.add(record);
    }

    /** Null when the records decide nothing: there is none that is such a paper. */
    DocumentRuling ruling() {
        if (papers.isEmpty()) {
            return withoutPaper();
        }
        List<DocumentRuling> rulings = papers.stream().map(this::ruling).toList();
        // Of a list within a fact each item is a paper of its own; otherwise one valid paper is enough.
        if (paper.part() != null) {
            return rulings.stream().filter(ruling -> !holds(ruling)).findFirst().orElseGet(() -> lost().orElse(rulings.get(0)));
        }
        return rulings.stream().filter(PaperRecords::holds).findFirst().orElseGet(() -> rulings.stream()
                .filter(ruling -> ruling.reason() == DocumentReason.EXPIRED).findFirst().orElse(rulings.get(0)));
    }

    /** An item of the list that could not be believed is a paper, too. */
    private Optional<DocumentRuling> lost() {
        return paper.certifies().stream().filter(this::unmappable).findFirst().map(field -> ruling(DocumentReason.UNMAPPABLE, field, null));
    }

    private DocumentRuling withoutPaper() {
        return others.stream().filter(ruling -> ruling.reason() == DocumentReason.UNMAPPABLE).findFirst()
                .orElseGet(() -> !single ? null : stale() ? DocumentRuling.of(DocumentReason.STALE_ABSENCE, register.agency()) : others.get(0));
    }

    private DocumentRuling ruling(JsonNode record) {
        for (String field : paper.certifies()) {
            if (record.path(field).isMissingNode()) {
                return missing(field);
            }
        }
        if (!paper.certifiesOneOf().isEmpty() && paper.certifiesOneOf().stream().noneMatch(record::has)) {
            return missing(paper.certifiesOneOf().get(0));
        }
        if (paper.validUntil() != null) {
            String until = record.path(paper.validUntil()).asText();
            if (until.isEmpty() && unmappable(paper.validUntil())) {
                return ruling(DocumentReason.UNMAPPABLE, paper.validUntil(), null);
            } else if (!until.isEmpty() && until.compareTo(today) < 0) {
                return ruling(DocumentReason.EXPIRED, paper.validUntil(), until);
            }
        }
        return ruling(stale() ? DocumentReason.REGISTER_HELD : DocumentReason.REGISTER_HOLDS, null, null);
    }

    private DocumentRuling missing(String field) {
        return ruling(unmappable(field) ? DocumentReason.UNMAPPABLE : DocumentReason.FIELD_MISSING, field, null);
    }

    private DocumentRuling ruling(DocumentReason reason, String field, String day) {
        return new DocumentRuling(reason, register.agency(), field, day);
    }

    private static boolean holds(DocumentRuling ruling) {
        return ruling.reason().verdict() == DocumentVerdict.NOT_NEEDED;
    }

    private boolean stale() {
        return register.verdict() == Verdict.STALE;
    }

    private boolean unmappable(String field) {
        String list = "/" + paper.fact() + "/" + (paper.part() == null ? "" : paper.part() + "/");
        return register.unmappable().stream().anyMatch(part -> part.path().startsWith(list) && part.path().endsWith("/" + field));
    }
}
