package az.dost.vahid.pages.citizen;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A lookup of the citizen's in words.
 *
 * @param month in Baku
 * @param requester who asked, by name; by id where it has none any more; blank where the gateway names none
 * @param service blank where none was named, as are law, official and caseRef
 * @param refused why it was refused, blank where it was answered
 * @param papers whether only papers were told, and nothing that a register says
 * @param question null where nothing was asked about it
 */
record OwnLookup(
        String id,
        YearMonth month,
        String at,
        String requester,
        String official,
        String caseRef,
        String service,
        String law,
        List<AskedFact> facts,
        List<AskedAgency> agencies,
        String outcome,
        boolean answered,
        String refused,
        boolean papers,
        boolean proven,
        OwnQuestion question) {
    /** @param name as the contract has it, for a correction */
    record AskedFact(String name, String words) {}

    record AskedAgency(String name, String verdict) {}

    static OwnLookup of(JsonNode json, Wording w) {
        JsonNode requester = json.path("requester");
        JsonNode service = json.path("service");
        List<AskedFact> facts =
                Json.list(json.path("facts"), fact -> new AskedFact(fact.asText(), w.of("facts", fact.asText())));
        List<AskedAgency> agencies = new ArrayList<>();
        json.path("verdicts")
                .properties()
                .forEach(one -> agencies.add(new AskedAgency(
                        w.agency(one.getKey()),
                        w.value("dossier.source.verdict", one.getValue().asText()))));
        agencies.sort(Comparator.comparing(AskedAgency::name, w.order()));
        String code = json.path("code").asText();
        return new OwnLookup(
                json.path("id").asText(),
                YearMonth.from(Instant.parse(json.path("at").asText()).atZone(Wording.BAKU)),
                w.moment(json.path("at").asText()),
                requester.path("name").asText(requester.path("id").asText()),
                json.path("official").asText(),
                json.path("caseRef").asText(),
                title(service, w),
                service.path("legalBasis").asText(),
                facts,
                agencies,
                w.value("citizens.Lookup.outcome", json.path("outcome").asText()),
                json.path("outcome").asText().equals("ANSWERED"),
                code.isEmpty() ? "" : w.of("problems", code),
                json.path("view").asText().equals("VERDICTS"),
                json.has("receipt"),
                json.has("question") ? OwnQuestion.of(json.path("question"), w) : null);
    }

    /** As the gateway names it now; by its code where it has no passport any more. */
    private static String title(JsonNode service, Wording w) {
        String title = service.path("title").path(w.tag()).asText();
        return title.isEmpty() ? w.service(service.path("code").asText("")) : title;
    }

    /** In one line, for the list. */
    public String getFactNames() {
        return String.join(", ", facts.stream().map(AskedFact::words).toList());
    }

    /**
     * What the citizen asked about a lookup, and what became of it.
     *
     * @param text blank where its time was over
     * @param answeredAt blank until it is answered, as are finding and note
     */
    private record OwnQuestion(
            String at, String state, String stateName, String text, String answeredAt, String finding, String note) {
        static OwnQuestion of(JsonNode json, Wording w) {
            String state = json.path("state").asText();
            return new OwnQuestion(
                    w.moment(json.path("at").asText()),
                    state,
                    w.value("citizens.Question.state", state),
                    json.path("text").asText(),
                    json.has("answeredAt") ? w.moment(json.path("answeredAt").asText()) : "",
                    json.has("finding")
                            ? w.value(
                                    "citizens.Question.finding",
                                    json.path("finding").asText())
                            : "",
                    json.path("note").asText());
        }
    }
}
