package az.dost.vahid.journeys.tally;

import az.dost.vahid.proof.record.Correction;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What entries come to that are no dossiers. */
final class ActFigures {
    private static final Set<String> LAST = Arrays.stream(Correction.State.values())
            .filter(Correction.State::last)
            .map(Enum::name)
            .collect(Collectors.toSet());
    private final Tallies tallies;
    private final RightFigures rights;

    ActFigures(Tallies tallies) {
        this.tallies = tallies;
        this.rights = new RightFigures(tallies);
    }

    void count(ChainEntry entry, Rules rules) {
        switch (entry.text("kind")) {
            case "REFUSAL" -> {
                TallyPlace act = TallyPlace.of(entry.at());
                tallies.add(
                        new TallyPlace(
                                act.hour(), rules.known(entry.text("service")), TallyPlace.NONE, TallyPlace.UNSAID),
                        Measure.REFUSAL,
                        entry.text("code"),
                        entry.json().path("times").asLong(1));
            }
            case "CORRECTION" -> tallies.add(TallyPlace.of(entry.at()), Measure.CORRECTION, entry.text("agency"), 1);
            case "STEP" -> {
                if (LAST.contains(entry.text("state"))) {
                    tallies.add(
                            TallyPlace.of(entry.at()),
                            Measure.CORRECTION_ENDED,
                            entry.text("state"),
                            Long.toString(since(entry, "correction").toDays()),
                            1);
                }
            }
            case "ACT" -> {
                if (entry.text("act").equals("CLOSE")) {
                    tallies.add(
                            TallyPlace.of(entry.at()),
                            Measure.HIT_CLOSED,
                            entry.text("what"),
                            Long.toString(since(entry, "hit").toHours()),
                            1);
                }
            }
            case "BUS" -> bus(entry, rules);
            default -> {}
        }
    }

    private void bus(ChainEntry entry, Rules rules) {
        TallyPlace act = TallyPlace.of(entry.at());
        switch (entry.text("act")) {
            case "slip-rated" ->
                tallies.add(
                        new TallyPlace(
                                act.hour(), rules.known(entry.text("service")), entry.text("office"), TallyPlace.NONE),
                        Measure.RATING,
                        entry.text("stars"),
                        entry.json().path("complaint").asBoolean() ? "COMPLAINT" : "",
                        1);
            case "own-lookups-viewed" -> tallies.add(act, Measure.VIEW, 1);
            case "hit-opened" -> tallies.add(act, Measure.HIT_OPENED, "BY_RULE", 1);
            case "lookup-asked-about" -> tallies.add(act, Measure.HIT_OPENED, "BY_CITIZEN", 1);
            default -> rights.count(entry);
        }
    }

    /** Since that began whose id the entry names. */
    private static Duration since(ChainEntry entry, String member) {
        Instant began = entry.begun(member);
        return began.isAfter(entry.at()) ? Duration.ZERO : Duration.between(began, entry.at());
    }
}
