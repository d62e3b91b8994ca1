package az.dost.vahid.journeys.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a case comes to by its last dossier, added, or taken away again when there is a later one. */
final class CaseFigures {
    private final Tallies tallies;

    CaseFigures(Tallies tallies) {
        this.tallies = tallies;
    }

    /** @param n 1 to add it, -1 to take it away */
    void count(TalliedLookup lookup, int n) {
        TallyPlace place = lookup.place();
        tallies.add(place, Measure.CASES, n);
        tallies.add(place, Measure.OUTCOME, lookup.outcome(), n);
        if (lookup.documentFree()) {
            tallies.add(place, Measure.DOCUMENT_FREE, n);
        }
        if (lookup.took() != null) {
            tallies.add(place, Measure.TOOK, lookup.took(), n);
        }
        papers(lookup, place, n);
        conflicts(lookup)
                .forEach(conflict -> tallies.add(place, Measure.CONFLICT, conflict.fact, conflict.agencies, n));
        PersonFigures.of(lookup).count(tallies, n);
    }

    private void papers(TalliedLookup lookup, TallyPlace place, int n) {
        lookup.stillNeeded().forEach(paper -> tallies.add(place, Measure.STILL_ASKED, paper, n));
        Set<String> saved = lookup.papers("NOT_NEEDED");
        saved.forEach(paper -> tallies.add(place, Measure.NOT_ASKED, paper, n));
        Set<String> fetched = saved.stream()
                .filter(paper ->
                        lookup.rules().fetchedFrom(place.service(), paper).isPresent())
                .collect(Collectors.toSet());
        fetched.forEach(paper -> tallies.add(place, Measure.COLLECTED, paper, n));
        fetched.stream()
                .flatMap(paper -> lookup.rules().fetchedFrom(place.service(), paper).stream())
                .distinct()
                .forEach(authority -> tallies.add(place, Measure.VISITS, authority, n));
    }

    /** Two agencies that say different things of a fact, however many fields differ. */
    private record Conflict(String fact, String agencies) {}

    private static Set<Conflict> conflicts(TalliedLookup lookup) {
        Set<Conflict> found = new HashSet<>();
        for (JsonNode conflict : lookup.dossier().path("conflicts")) {
            String winner = conflict.path("winner").asText();
            JsonNode believed = said(conflict, winner);
            for (JsonNode saying : conflict.path("values")) {
                String other = saying.path("source").asText();
                if (!other.equals(winner) && !saying.path("value").equals(believed)) {
                    found.add(new Conflict(
                            conflict.path("fact").asText(), String.join("+", new TreeSet<>(Set.of(winner, other)))));
                }
            }
        }
        return found;
    }

    private static JsonNode said(JsonNode conflict, String agency) {
        for (JsonNode saying : conflict.path("values")) {
            if (saying.path("source").asText().equals(agency)) {
                return saying.path("value");
            }
        }
        return MissingNode.getInstance();
    }
}
