package az.dost.vahid.pages.desk;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.lookup.PapersLeft;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A case of the day's list, in words and without a name.
 *
 * @param papers that are to be brought, each once; where several persons have to give it, with their number
 * @param left what is said where there are none
 * @param open papers of which nobody knows whether they are needed
 * @param silent agencies that did not answer
 * @param rejected agencies whose answer was not accepted
 * @param followed blank where nothing is followed
 */
record TodaysVisit(
        String caseRef,
        String service,
        String dossier,
        String at,
        List<String> papers,
        String left,
        int open,
        List<String> silent,
        List<String> rejected,
        String followed) {
    static TodaysVisit of(JsonNode json, Wording w) {
        String dossier = json.path("dossierId").asText();
        return new TodaysVisit(
                json.path("caseRef").asText(),
                w.service(json.path("service").asText()),
                dossier,
                w.moment(json.path("at").asText()),
                words(json.path("stillNeeded"), w::paper),
                PapersLeft.of(json),
                PapersLeft.open(json),
                words(json.path("silent"), w::agency),
                words(json.path("rejected"), w::agency),
                json.has("followed")
                        ? w.value("follow.FollowUp.state", json.path("followed").asText())
                        : "");
    }

    private static List<String> words(JsonNode ids, UnaryOperator<String> word) {
        List<String> words = Json.list(ids, id -> word.apply(id.asText()));
        return words.stream()
                .collect(Collectors.groupingBy(UnaryOperator.identity(), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getValue() == 1 ? each.getKey() : each.getKey() + " (" + each.getValue() + ")")
                .toList();
    }
}
