package az.dost.vahid.journeys.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What entries about rights come to. Who offers them is no part of the gateway: the entries are all that is known of
 * them. They are counted by the month alone, since an hour would tell of few people.
 */
final class RightFigures {
    private static final String STEP = "offer-";
    private static final Set<String> STEPS =
            Set.of("ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED", "AWARDED", "REFUSED", "OVERDUE");
    private static final String DISPUTED = "DISPUTED";
    private final Tallies tallies;

    RightFigures(Tallies tallies) {
        this.tallies = tallies;
    }

    void count(ChainEntry entry) {
        String act = entry.text("act");
        if (act.equals("right-offered")) {
            step(entry, "OFFERED");
        } else if (act.startsWith(STEP)) {
            String step = act.substring(STEP.length()).toUpperCase(Locale.ROOT);
            if (STEPS.contains(step)) {
                step(entry, step);
            }
        } else if (act.equals("right-evaluated")
                && entry.text("outcome").equals("UNDECIDED")
                && entry.json().path("asked").asInt(-1) == 0) {
            undecided(entry);
        }
    }

    private static TallyPlace place(ChainEntry entry) {
        return TallyPlace.of(entry.at()).blurred();
    }

    private void step(ChainEntry entry, String step) {
        String right = entry.text("right");
        tallies.add(place(entry), Measure.RIGHT_OFFER, right, step, 1);
        switch (step) {
            case "ACCEPTED" -> took(entry, right + "/ACCEPTED");
            case "AWARDED" -> took(entry, right + "/ANSWERED");
            case "REFUSED" -> {
                took(entry, right + "/ANSWERED");
                tallies.add(place(entry), Measure.RIGHT_REFUSED, right, entry.text("reason"), 1);
            }
            default -> {}
        }
    }

    private void took(ChainEntry entry, String what) {
        Instant made = entry.begun("offer");
        long days = made.isAfter(entry.at())
                ? 0
                : Duration.between(made, entry.at()).toDays();
        tallies.add(place(entry), Measure.RIGHT_TOOK, what, Long.toString(days), 1);
    }

    private void undecided(ChainEntry entry) {
        String right = entry.text("right");
        tallies.add(place(entry), Measure.RIGHT_UNDECIDED, right, 1);
        Set<String> unheard = new LinkedHashSet<>();
        for (String register : entry.text("registers").split(",")) {
            if (!register.isEmpty()) {
                // What no register has is named by its place.
                unheard.add(register.indexOf('.') < 0 ? register : "NO_REGISTER");
            }
        }
        if (entry.text("because").equals(DISPUTED)) {
            unheard.add(DISPUTED);
        }
        unheard.forEach(one -> tallies.add(place(entry), Measure.RIGHT_UNHEARD, right, one, 1));
    }
}
