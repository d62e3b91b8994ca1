package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.fact.Fact;
import az.dost.vahid.pages.fact.FactWords;
import az.dost.vahid.pages.lookup.AskedPapers;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A dossier as its contract has it, in the words of one language. */
final class Dossier extends AskedPapers {
    private final FactWords facts;

    Dossier(JsonNode json, FactWords facts, Wording w) {
        super(json, w);
        this.facts = facts;
    }

    public String getOfficial() {
        return json.path("official").asText();
    }

    /** Name and birthday, so that nobody speaks to somebody else; blank where no register told them. */
    public String getPerson() {
        JsonNode identity = json.at("/facts/identity/value");
        String name = Stream.of("surname", "givenName", "patronymic")
                .map(part -> identity.path(part).asText(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return identity.has("birthDate") && !name.isEmpty()
                ? name + ", " + w.day(identity.path("birthDate").asText())
                : name;
    }

    public String getStateReason() {
        return json.at("/subject/reason").isMissingNode()
                ? ""
                : w.value("dossier.subject.reason", json.at("/subject/reason").asText());
    }

    public String getDiedOn() {
        return w.day(json.at("/subject/since").asText());
    }

    public List<Source> getSources() {
        return stream(json.path("sources")).map(this::source).toList();
    }

    /** Agencies that did not simply answer. */
    public List<Source> getUnasked() {
        return getSources().stream().filter(source -> !source.isUsable()).toList();
    }

    private Source source(JsonNode source) {
        String verdict = source.path("verdict").asText();
        String reason = source.path("reason").asText();
        return new Source(
                w.agency(source.path("agency").asText()),
                verdict,
                w.value("dossier.source.verdict", verdict),
                reason.isEmpty() ? "" : w.of("source-reasons", reason),
                source.has("asOf") ? w.moment(source.path("asOf").asText()) : "",
                w.number(source.path("elapsedMs").asLong()),
                stream(source.path("unmappable"))
                        .map(part -> w.of("facts", part.path("fact").asText()) + ": "
                                + w.of(
                                        "rules",
                                        "unmappable." + part.path("rule").asText()))
                        .distinct()
                        .toList(),
                stream(source.path("evidence"))
                        .map(evidence -> evidence.path("digest").asText())
                        .toList(),
                source.at("/evidence/0/signer").asText());
    }

    public List<Disagreement> getDisagreements() {
        return stream(json.path("conflicts")).map(this::disagreement).toList();
    }

    private Disagreement disagreement(JsonNode conflict) {
        String fact = conflict.path("fact").asText();
        String field = conflict.path("field").asText();
        String winner = conflict.path("winner").asText();
        return new Disagreement(
                w.of("facts", fact),
                w.of("facts", fact + "." + field),
                stream(conflict.path("values"))
                        .map(value -> new Disagreement.Said(
                                w.agency(value.path("source").asText()),
                                said(fact, field, value),
                                w.moment(value.path("asOf").asText()),
                                value.path("source").asText().equals(winner)))
                        .toList(),
                w.of("rules", "conflict." + conflict.path("rule").asText()),
                conflict.path("whatToDo").path(w.tag()).asText(),
                conflict.path("alike").path(w.tag()).asText());
    }

    private String said(String fact, String field, JsonNode value) {
        String record = value.has("record") ? facts.record(fact, value.path("record")) : "";
        String said = value.has("value") ? facts.value(fact, field, value.path("value")) : "";
        return said.isEmpty() ? record : record.isEmpty() || record.contains(said) ? said : said + " (" + record + ")";
    }

    public List<Fact> getFacts() {
        return json.path("facts").properties().stream()
                .map(fact -> facts.fact(fact.getKey(), fact.getValue()))
                .toList();
    }

    public boolean isPhotographed() {
        return !json.at("/facts/identity/value/photo").isMissingNode();
    }

    /**
     * Where registers disagree, in words.
     *
     * @param rule that decided
     * @param whatToDo blank in dossiers of a version before
     * @param alike which letters differ in values that look the same; blank for any others
     */
    private record Disagreement(
            String fact, String field, List<Said> values, String rule, String whatToDo, String alike) {
        /** @param value blank where the source's very silence contradicts */
        record Said(String agency, String value, String asOf, boolean winner) {}
    }

    /**
     * What became of one agency, in words.
     *
     * @param reason blank where it simply answered
     * @param asOf blank where it did not
     * @param unusable what of its answer could not be believed
     * @param digests of its evidence
     */
    record Source(
            String agency,
            String verdict,
            String verdictName,
            String reason,
            String asOf,
            String elapsed,
            List<String> unusable,
            List<String> digests,
            String signer) {
        /** Whether its answer cannot be used, or it gave none to us: asking again brings nothing else. */
        public boolean isForOperators() {
            return verdict.equals("REJECTED") || verdict.equals("NOT_AUTHORISED") || !unusable.isEmpty();
        }

        boolean isUsable() {
            return (verdict.equals("ANSWERED") || verdict.equals("NO_RECORD")) && unusable.isEmpty();
        }
    }
}
