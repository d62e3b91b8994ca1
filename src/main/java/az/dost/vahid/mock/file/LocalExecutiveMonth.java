package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.Register.Entry;
import az.dost.vahid.mock.population.Population;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files of one month. In its first 22 days two files a day register everybody, some of them wrongly; three files
 * of corrections follow. A file of the sixth day comes last of all, with rows that were out of date before they came.
 * Beside them each day has a file that confirms a few. All together tell what the population tells.
 */
final class LocalExecutiveMonth {
    static final String OUTDATED = "Köhnə küçə";
    private static final int DAYS = 22;
    private static final int FILES = 2 * DAYS;
    private static final int CORRECTIONS = 3;
    private static final int LATE_DAY = 5;
    private static final int SEQUENCE_DAILY = 7;
    private static final int SEQUENCE_LATE = 9;
    private static final int LOT = 97;
    private static final int WRONG = 5;
    private static final int LATE = 13;
    private final Population population;
    private final LocalExecutiveDrops agency;

    LocalExecutiveMonth(Population population, LocalExecutiveDrops agency) {
        this.population = population;
        this.agency = agency;
    }

    List<Drop> due(LocalDate today) {
        LocalDate first = today.minusDays(DAYS + CORRECTIONS + 1).withDayOfMonth(1);
        List<Drop> due = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            int from = bound(i);
            int until = bound(i + 1);
            due.add(agency.file(first.plusDays(i / 2), 1 + i % 2,
                    () -> IntStream.range(from, until).mapToObj(n -> n % LOT == WRONG ? outdated(n) : entry(n)).filter(Entry::known)));
        }
        for (int i = 0; i < CORRECTIONS; i++) {
            int part = i;
            due.add(agency.file(first.plusDays(DAYS + i), 1, () -> entries(n -> n % LOT == WRONG && n / LOT % CORRECTIONS == part)));
        }
        LocalDate yesterday = today.minusDays(1);
        due.add(agency.file(yesterday, SEQUENCE_DAILY, () -> entries(n -> n % LOT == Math.floorMod(yesterday.toEpochDay(), LOT))));
        due.add(agency.file(first.plusDays(LATE_DAY), SEQUENCE_LATE, this::late));
        return due;
    }

    private int bound(int file) {
        return (int) ((long) population.size() * file / FILES);
    }

    private Stream<Entry> late() {
        return IntStream.range(bound(2 * (LATE_DAY + 1)), population.size()).filter(n -> n % LOT == LATE)
                .mapToObj(this::outdated).filter(Entry::known);
    }

    private Stream<Entry> entries(IntPredicate those) {
        return IntStream.range(0, population.size()).filter(those).mapToObj(this::entry).filter(Entry::known);
    }

    private Entry entry(int number) {
        return new Entry(population.fin(number), population.facts(LocalExecutiveDrops.ID, number));
    }

    private Entry outdated(int number) {
        Entry now = entry(number);
        return new Entry(now.fin(), LocalExecutiveDrops.moved(now.facts(), OUTDATED));
    }
}
