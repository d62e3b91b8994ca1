package az.dost.vahid.sources.verdict;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.passport.Passport;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the register that issues a paper holds of it, and whether that replaces the paper. */
final class PaperRecords {
    private final Passport.PaperDocument paper;
    private final SourceAnswer register;
    private final String today;
    private final Doubts doubts;
    private final boolean single;
    private final boolean some;
    /** Of each record that is such a paper, or may be one. */
    private final List<DocumentRuling> papers = new ArrayList<>();
    /** Why records are no such paper, in the order in which they stand. */
    private final List<DocumentRuling> others = new ArrayList<>();

    /** @param today ISO 8601, in Azerbaijan */
    PaperRecords(Passport.PaperDocument paper, SourceAnswer register, String today) {
        this.paper = paper;
        this.register = register;
        this.today = today;
        String place = "/" + paper.fact() + (paper.part() == null ? "" : "/" + paper.part());
        this.doubts = new Doubts(place, register.unmappable());
        JsonNode held = register.facts().at(place);
        this.single = held.isObject();
        this.some = !held.isEmpty();
        if (single) {
            sort(held, place);
        } else {
            List<String> places = Unmappable.places(place, register.unmappable(), held.size());
            for (int i = 0; i < held.size(); i++) {
                sort(held.get(i), places.get(i));
            }
        }
    }

    private void sort(JsonNode record, String place) {
        for (Map.Entry<String, Set<String>> condition : new TreeMap<>(paper.where()).entrySet()) {
            JsonNode value = record.path(condition.getKey());
            // A record that does not say what it is may be such a paper.
            if (!value.isMissingNode() && !condition.getValue().contains(value.asText())) {
                others.add(ruling(DocumentReason.OTHER_STATE, condition.getKey(), null));
                return;
            }
        }
        papers.add(ruling(record, place));
    }

    /**
     * Whether such a paper may be among what was not believed: of records that are there and are none, an item of their
     * list is.
     */
    boolean doubted() {
        return some ? doubts.ofItems() : doubts.any();
    }

    /** Null when the records decide nothing: there is none that is such a paper. */
    DocumentRuling ruling() {
        if (papers.isEmpty()) {
            return !single
                    ? null
                    : stale() ? DocumentRuling.of(DocumentReason.STALE_ABSENCE, register.agency()) : others.get(0);
        }
        List<DocumentRuling> open =
                papers.stream().filter(ruling -> !holds(ruling)).toList();
        boolean lost = !single && doubts.ofItems();
        Optional<DocumentRuling> doubted = first(open, DocumentReason.UNMAPPABLE);
        // Whether another record is such a paper at all takes nothing from one that is.
        boolean certified = open.stream()
                .noneMatch(ruling -> ruling.reason() == DocumentReason.UNMAPPABLE
                        && !paper.where().containsKey(ruling.field()));
        boolean enough = !lost && certified && (paper.everyRecord() ? open.isEmpty() : open.size() < papers.size());
        if (enough) {
            return papers.stream().filter(PaperRecords::holds).findFirst().orElseThrow();
        }
        // What could not be believed may be the very paper that is looked for: the register is asked before the citizen
        // is.
        return doubted.or(() -> lost
                        ? Optional.of(ruling(
                                DocumentReason.UNMAPPABLE, doubts.fieldOfItem().orElse(null), null))
                        : Optional.empty())
                .or(() -> first(open, DocumentReason.EXPIRED))
                .or(() -> first(open, DocumentReason.NOT_BEGUN))
                .orElseGet(() -> open.get(0));
    }

    private static Optional<DocumentRuling> first(List<DocumentRuling> rulings, DocumentReason reason) {
        return rulings.stream().filter(ruling -> ruling.reason() == reason).findFirst();
    }

    private DocumentRuling ruling(JsonNode record, String place) {
        List<String> fields = new ArrayList<>(new TreeSet<>(paper.where().keySet()));
        fields.addAll(paper.certifies());
        Optional<String> doubted = Stream.of(
                        fields.stream(),
                        paper.certifiesOneOf().stream(),
                        Stream.of(paper.validFrom(), paper.validUntil()).filter(Objects::nonNull))
                .flatMap(Function.identity())
                .filter(field -> doubtful(record, place, field))
                .findFirst();
        if (doubted.isPresent()) {
            return ruling(DocumentReason.UNMAPPABLE, doubted.get(), null);
        }
        for (String field : fields) {
            if (!has(record, field)) {
                return ruling(DocumentReason.FIELD_MISSING, field, null);
            }
        }
        if (!paper.certifiesOneOf().isEmpty()
                && paper.certifiesOneOf().stream().noneMatch(field -> has(record, field))) {
            return ruling(DocumentReason.FIELD_MISSING, paper.certifiesOneOf().get(0), null);
        }
        String until = paper.validUntil() == null
                ? ""
                : record.path(paper.validUntil()).asText();
        if (!until.isEmpty() && until.compareTo(today) < 0) {
            return ruling(DocumentReason.EXPIRED, paper.validUntil(), until);
        }
        String from =
                paper.validFrom() == null ? "" : record.path(paper.validFrom()).asText();
        if (from.compareTo(today) > 0) {
            return ruling(DocumentReason.NOT_BEGUN, paper.validFrom(), from);
        }
        return ruling(stale() ? DocumentReason.REGISTER_HELD : DocumentReason.REGISTER_HOLDS, null, null);
    }

    /** An empty list, or record, certifies nothing. */
    private static boolean has(JsonNode record, String field) {
        JsonNode value = record.path(field);
        return value.isValueNode() || !value.isEmpty();
    }

    /** A single value that is there was believed; of a list or a record a part may be missing. */
    private boolean doubtful(JsonNode record, String place, String field) {
        return !record.path(field).isValueNode() && doubts.of(place, field);
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
}
