package az.dost.vahid.pages.citizen;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A right that is offered to the citizen, in words.
 *
 * @param title its code where its text is not kept any more
 * @param state as the contract has it, for the mark beside its words
 * @param until until when it can be accepted, or is to be answered
 * @param amount money in manat, blank where nothing can be computed; of what it is, in amountOf
 * @param reason why it was refused or withdrawn; blank for none
 * @param disputed what it stands on and is in doubt; empty for nothing
 * @param lookup in which it was found; blank where the text is not kept any more
 */
record OwnOffer(
        String id,
        String title,
        String state,
        String stateName,
        String agency,
        String until,
        String amount,
        String amountOf,
        String reason,
        List<Condition> conditions,
        Set<String> disputed,
        String lookup) {
    /**
     * What the law asks, and holds.
     *
     * @param article blank where none is published
     * @param registers who said it, and of when
     */
    record Condition(String title, String article, Set<String> registers) {
        private static Condition of(JsonNode json, Wording w) {
            Set<String> registers = new LinkedHashSet<>();
            json.path("facts").forEach(fact -> {
                if (fact.has("source")) {
                    String asOf = fact.path("asOf").asText();
                    registers.add(w.agency(fact.path("source").asText())
                            + (asOf.isEmpty() ? "" : ", " + (asOf.contains("T") ? w.moment(asOf) : w.dated(asOf))));
                }
            });
            return new Condition(
                    json.path("title").path(w.tag()).asText(),
                    json.path("article").asText(),
                    registers);
        }
    }

    static OwnOffer of(JsonNode json, Wording w) {
        JsonNode text = json.path("offer");
        String title = text.path("title").path(w.tag()).asText();
        String state = json.path("state").asText();
        Set<String> disputed = new LinkedHashSet<>();
        json.path("disputed")
                .forEach(place -> disputed.add(w.of(
                        "facts", place.asText().replaceFirst("^about[.]", "").replaceFirst("[.].*", ""))));
        return new OwnOffer(
                json.path("id").asText(),
                title.isEmpty() ? json.path("right").asText() : title,
                state,
                w.value("offers.State", state),
                w.agency(json.path("awardedBy").asText()),
                w.moment(json.path("until").asText()),
                text.has("amount") ? w.money(text.at("/amount/azn").asText()) : "",
                text.at("/amount/of").path(w.tag()).asText(),
                json.has("reason")
                        ? w.value("offers.Reason", json.path("reason").asText())
                        : "",
                Json.list(text.path("conditions"), condition -> Condition.of(condition, w)),
                disputed,
                text.path("dossierId").asText());
    }

    /** Whether the citizen is to say whether he wants it. */
    public boolean isAsked() {
        return state.equals("OFFERED");
    }

    /** In one line. */
    public String getDisputedNames() {
        return String.join(", ", disputed);
    }

    /** Whether it leads to something, or still may. */
    public boolean isOpen() {
        return Set.of("OFFERED", "ACCEPTED", "OVERDUE").contains(state);
    }
}
