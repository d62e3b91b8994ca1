package az.dost.vahid.offers;

import az.dost.vahid.journeys.quality.Tickets;
import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.Correction;
import az.dost.vahid.proof.record.Corrections;
import az.dost.vahid.rights.Rights;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The facts about a person that stand in doubt: the person says that they are wrong, and no agency has decided yet; or
 * registers disagree about them, and no lookup has seen them agree since.
 */
final class DisputedFacts {
    private final Corrections corrections;
    private final Tickets tickets;

    DisputedFacts(Corrections corrections, Tickets tickets) {
        this.corrections = corrections;
        this.tickets = tickets;
    }

    /**
     * Of some places of a dossier those that stand in doubt.
     *
     * @param person keyed hash of the FIN of whose right it is
     * @param about of the event's person
     * @param read such as {@code family.children.fin}
     * @return in order
     */
    Set<String> among(String person, String about, Set<String> read) {
        Map<Boolean, Set<String>> places = read.stream()
                .collect(Collectors.partitioningBy(place -> place.startsWith(Rights.IN_ABOUT), Collectors.toSet()));
        Set<String> among = among(person, places.get(false));
        among(about, places.get(true).stream().map(DisputedFacts::within).collect(Collectors.toSet()))
                .forEach(place -> among.add(Rights.IN_ABOUT + place));
        return among;
    }

    private static String within(String place) {
        return place.substring(Rights.IN_ABOUT.length());
    }

    private Set<String> among(String person, Set<String> read) {
        if (read.isEmpty()) {
            return new TreeSet<>();
        }
        Set<String> doubted = new HashSet<>(tickets.disputed(person));
        corrections.of(person).stream()
                .filter(correction -> !correction.state().last())
                .map(DisputedFacts::fact)
                .filter(Objects::nonNull)
                .forEach(doubted::add);
        return read.stream()
                .filter(place -> doubted.stream().anyMatch(doubt -> meet(place, doubt)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether one is the other or a part of it. Whether there is a record at all is in doubt with each part of it. */
    private static boolean meet(String place, String doubt) {
        String recorded = doubt.replaceFirst("[.].*", "") + ".recorded";
        return place.equals(recorded) || (place + ".").startsWith(doubt + ".") || (doubt + ".").startsWith(place + ".");
    }

    /**
     * Says in what is told of an offer which of its facts stand in doubt; of one that is settled nothing waits any
     * more.
     */
    void tell(ObjectNode told, Offer offer, ObjectNode text) {
        if (!offer.state().next().isEmpty()) {
            among(offer.person(), offer.about(), Rights.read(text))
                    .forEach(place -> told.withArray("disputed").add(place));
        }
    }

    private static String fact(Correction correction) {
        try {
            return correction.content() == null
                    ? null
                    : Json.mapper().readTree(correction.content()).path("fact").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
