package az.dost.vahid.journeys.tally;

import com.fasterxml.jackson.databind.JsonNode;

/** What a lookup comes to by agency: whoever asked again makes another one. */
final class AgencyFigures {
    private final Tallies tallies;

    AgencyFigures(Tallies tallies) {
        this.tallies = tallies;
    }

    void count(TalliedLookup lookup) {
        TallyPlace place = lookup.place();
        lookup.verdicts().forEach((agency, verdict) -> {
            JsonNode source = lookup.source(agency);
            tallies.add(place, Measure.AGENCY_ANSWER, agency, verdict, 1);
            if (verdict.equals("REJECTED") && source.has("reason")) {
                tallies.add(
                        place,
                        Measure.AGENCY_REJECTED,
                        agency,
                        source.path("reason").asText(),
                        1);
            }
            if (source.has("elapsedMs")) {
                tallies.add(
                        place,
                        Measure.AGENCY_TOOK,
                        agency,
                        TalliedLookup.tenths(source.path("elapsedMs").longValue()),
                        1);
            }
            if (TalliedLookup.silent(verdict)) {
                tallies.add(place, Measure.IN_VAIN, agency, 1);
            }
        });
    }
}
