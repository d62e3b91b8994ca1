package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A dossier as its contract has it, in the words of one language. */
final class Dossier {
    private static final String STILL_NEEDED = "STILL_NEEDED";
    private static final String UNKNOWN = "UNKNOWN";
    /** What a clerk must do something about comes first. */
    private static final List<String> ORDER = List.of(STILL_NEEDED, UNKNOWN, "NOT_NEEDED", "NOT_APPLICABLE");
    private final JsonNode json;
    private final FactWords facts;
    private final Wording w;

    Dossier(JsonNode json, FactWords facts, Wording w) {
        this.json = json;
        this.facts = facts;
        this.w = w;
    }

    public String getId() {
        return json.path("dossierId").asText();
    }

    public String getFin() {
        return json.at("/subject/fin").asText();
    }

    public String getService() {
        return w.service(json.path("service").asText());
    }

    public String getCaseRef() {
        return json.path("caseRef").asText();
    }

    public String getOfficial() {
        return json.path("official").asText();
    }

    public String getAssembledAt() {
        return w.moment(json.path("assembledAt").asText());
    }

    public String getCompleteness() {
        return json.path("completeness").asText();
    }

    public String getCompletenessName() {
        return w.value("dossier.completeness", getCompleteness());
    }

    /** {@code KNOWN}, {@code DECEASED} or {@code UNKNOWN}. */
    public String getState() {
        return json.at("/subject/state").asText();
    }

    public String getStateReason() {
        return json.at("/subject/reason").isMissingNode() ? "" : w.value("dossier.subject.reason", json.at("/subject/reason").asText());
    }

    /** Whether it is sure that there is no such person, and not only that nobody said so. */
    public boolean isNobody() {
        return json.at("/subject/reason").asText().equals("NO_REGISTER_KNOWS");
    }

    public String getDiedOn() {
        return w.day(json.at("/subject/since").asText());
    }

    public long getNeeded() {
        return count(STILL_NEEDED);
    }

    public long getOpen() {
        return count(UNKNOWN);
    }

    /** The key of the one sentence with which the answer begins. */
    public String getSentence() {
        if (getState().equals(UNKNOWN)) {
            return isNobody() ? "desk.answer.nobody" : "desk.answer.not-established";
        }
        return getNeeded() > 0 ? "desk.answer.needed" : getOpen() > 0 ? "desk.answer.open" : "desk.answer.nothing";
    }

    private long count(String verdict) {
        return documents().filter(document -> document.path("verdict").asText().equals(verdict)).count();
    }

    private Stream<JsonNode> documents() {
        return stream(json.path("documents"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all.stream();
    }

    public List<Paper> getPapers() {
        return documents().sorted(Comparator.comparingInt(document -> ORDER.indexOf(document.path("verdict").asText()))).map(this::paper).toList();
    }

    /** Those that the citizen takes home with him. */
    public List<Paper> getNeededPapers() {
        return documents().filter(document -> document.path("verdict").asText().equals(STILL_NEEDED)).map(this::paper).toList();
    }

    private Paper paper(JsonNode document) {
        String verdict = document.path("verdict").asText();
        return new Paper(document.path("title").path(w.tag()).asText(), w.value("dossier.document.concerns", document.path("concerns").asText()), verdict,
                w.value("dossier.document.verdict", verdict), reason(document));
    }

    private String reason(JsonNode document) {
        JsonNode reason = document.path("reason");
        String code = reason.path("code").asText();
        String words = w.orNull("document-reasons", code);
        if (words == null) {
            return reason.path(w.tag()).asText();
        }
        String field = reason.path("field").asText();
        return words.replace("{source}", w.agency(reason.path("source").asText())).replace("{day}", w.day(reason.path("day").asText()))
                .replace("{field}", field.isEmpty() ? "" : w.of("facts", document.path("fact").asText() + "." + field));
    }

    public List<Source> getSources() {
        return stream(json.path("sources")).map(this::source).toList();
    }

    /** Agencies that did not simply answer. */
    public List<Source> getUnasked() {
        return getSources().stream().filter(source -> !source.isUsable()).toList();
    }

    public boolean isFollowable() {
        return getSources().stream().anyMatch(Source::isSilent);
    }

    private Source source(JsonNode source) {
        String verdict = source.path("verdict").asText();
        String reason = source.path("reason").asText();
        return new Source(w.agency(source.path("agency").asText()), verdict, w.value("dossier.source.verdict", verdict), reason.isEmpty() ? "" : w.of("source-reasons", reason),
                source.has("asOf") ? w.moment(source.path("asOf").asText()) : "", w.number(source.path("elapsedMs").asLong()),
                stream(source.path("unmappable")).map(part -> w.of("facts", part.path("fact").asText()) + ": " + w.of("rules", "unmappable." + part.path("rule").asText())).distinct().toList(),
                stream(source.path("evidence")).map(evidence -> evidence.path("digest").asText()).toList(), source.at("/evidence/0/signer").asText());
    }

    public List<Disagreement> getDisagreements() {
        return stream(json.path("conflicts")).map(this::disagreement).toList();
    }

    private Disagreement disagreement(JsonNode conflict) {
        String fact = conflict.path("fact").asText();
        String field = conflict.path("field").asText();
        String winner = conflict.path("winner").asText();
        return new Disagreement(w.of("facts", fact), w.of("facts", fact + "." + field), stream(conflict.path("values")).map(value -> new Disagreement.Said(
                w.agency(value.path("source").asText()), said(fact, field, value), w.moment(value.path("asOf").asText()), value.path("source").asText().equals(winner))).toList(),
                w.of("rules", "conflict." + conflict.path("rule").asText()));
    }

    private String said(String fact, String field, JsonNode value) {
        String record = value.has("record") ? facts.record(fact, value.path("record")) : "";
        String said = value.has("value") ? facts.value(fact, field, value.path("value")) : "";
        return said.isEmpty() ? record : record.isEmpty() || record.contains(said) ? said : said + " (" + record + ")";
    }

    public List<Fact> getFacts() {
        List<Fact> all = new ArrayList<>();
        json.path("facts").properties().forEach(fact -> all.add(facts.fact(fact.getKey(), fact.getValue())));
        return all;
    }

    public boolean isPhotographed() {
        return !json.at("/facts/identity/value/photo").isMissingNode();
    }

    /** By it the slip is found again, and nobody is known by it: the last, random part of the dossier's id. */
    public String getCheckCode() {
        String id = getId().toUpperCase(java.util.Locale.ROOT);
        String random = id.substring(id.length() - 12);
        return random.substring(0, 4) + "-" + random.substring(4, 8) + "-" + random.substring(8);
    }
}
