package az.dost.vahid.journeys.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Counts entries of the chain, in its order, in a transaction that has held the cursor. */
final class Counting {
    private final TalliedLookups lookups;
    private final CaseRows cases;
    private final InVainRows inVain;
    private final TallyRows rows;

    Counting(TalliedLookups lookups, CaseRows cases, InVainRows inVain, TallyRows rows) {
        this.lookups = lookups;
        this.cases = cases;
        this.inVain = inVain;
        this.rows = rows;
    }

    /**
     * Counts some.
     *
     * @param wanted by the time of an entry, whether it counts. One that does not may still complete one that does
     * @return how many of those that count are of dossiers that are not kept any more
     */
    long count(List<ChainEntry> entries, RulesTable.History rules, Predicate<Instant> wanted) {
        Turn turn = new Turn(lookups.of(entries, rules), rules);
        entries.stream()
                .filter(entry -> wanted.test(entry.at()))
                .forEach(entry -> turn.acts.count(entry, rules.of(entry.sequence())));
        turn.lookups.forEach(lookup -> turn.count(lookup, wanted));
        turn.keep();
        return turn.lookups.stream()
                .filter(lookup -> wanted.test(lookup.entry().at()) && !lookup.kept())
                .count();
    }

    /** What changes by some entries, until it is written. */
    private final class Turn {
        private final Tallies tallies = new Tallies();
        private final CaseFigures figures = new CaseFigures(tallies);
        private final AgencyFigures agencies = new AgencyFigures(tallies);
        private final ActFigures acts = new ActFigures(tallies);
        private final List<TalliedLookup> lookups;
        private final Map<UUID, TalliedLookup> known = new HashMap<>();
        private final Map<UUID, Asked> asked = new HashMap<>();
        private final Map<TalliedLookup.Case, UUID> counted;
        private final Map<TalliedLookup.Case, UUID> changed = new LinkedHashMap<>();
        private final InVainRows.Open open;

        private Turn(List<TalliedLookup> some, RulesTable.History rules) {
            lookups = some;
            lookups.forEach(lookup -> {
                known.put(lookup.entry().id(), lookup);
                asked.put(lookup.entry().id(), new Asked(lookup.entry(), lookup.rules()));
            });
            counted = cases.of(
                    lookups.stream().map(TalliedLookup::ofCase).distinct().toList());
            open = inVain.of(lookups.stream()
                    .map(lookup -> lookup.ofCase().matter())
                    .distinct()
                    .toList());
            Set<UUID> replaced = new HashSet<>(counted.values());
            replaced.removeAll(known.keySet());
            known.putAll(Counting.this.lookups.find(replaced, rules));
            Set<UUID> completed = new HashSet<>();
            lookups.forEach(lookup -> open.answeredBy(lookup).forEach(row -> completed.add(row.dossier())));
            completed.removeAll(asked.keySet());
            asked.putAll(Counting.this.lookups.asked(completed, rules));
        }

        private void count(TalliedLookup lookup, Predicate<Instant> wanted) {
            complete(lookup, wanted);
            if (!wanted.test(lookup.entry().at()) || lookup.aboutNobody()) {
                return;
            }
            if (!lookup.completesAnother()) {
                agencies.count(lookup);
                lookup.verdicts().forEach((agency, verdict) -> {
                    if (TalliedLookup.silent(verdict)) {
                        open.add(new InVainRows.InVain(
                                lookup.ofCase().matter(), lookup.entry().id(), agency));
                    }
                });
            }
            if (lookup.isCase()) {
                replace(lookup);
            }
        }

        /** Of lookups of the case that asked an agency in vain, not long before. */
        private void complete(TalliedLookup lookup, Predicate<Instant> wanted) {
            for (InVainRows.InVain row : open.answeredBy(lookup)) {
                Asked before = asked.get(row.dossier());
                if (before != null
                        && wanted.test(before.at())
                        && before.sequence() < lookup.entry().sequence()
                        && lookup.entry().at().isBefore(before.at().plus(InVainRows.WITHIN))) {
                    tallies.add(before.place(), Measure.COMPLETED, row.agency(), 1);
                    open.remove(row);
                }
            }
        }

        /** What cannot be taken away stays, and the later dossier is not counted: a case never counts twice. */
        private void replace(TalliedLookup lookup) {
            TalliedLookup.Case one = lookup.ofCase();
            UUID before = counted.get(one);
            if (before != null) {
                TalliedLookup replaced = known.get(before);
                if (replaced == null || !replaced.kept()) {
                    return;
                }
                figures.count(replaced, -1);
            }
            figures.count(lookup, 1);
            counted.put(one, lookup.entry().id());
            changed.put(one, lookup.entry().id());
        }

        private void keep() {
            rows.add(tallies);
            cases.keep(changed);
            inVain.keep(open);
        }
    }

    /** What a lookup comes to by agency: whoever asked again makes another one. */
    private static final class AgencyFigures {
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
}
