package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Population;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.util.function.SingletonSupplier;

/**
 * The files of one month. In its first 22 days two files a day register everybody, some of them wrongly; three files of
 * corrections follow. A file of the sixth day comes last of all, with rows that were out of date before they came.
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
    private static final int LOT = 11;
    private static final int WRONG = 5;
    private static final int LATE = 8;
    private final Population population;
    private final LocalExecutiveDrops agency;
    /** Their numbers, looked for when the first file is written. */
    private final Supplier<int[]> members;

    LocalExecutiveMonth(Population population, LocalExecutiveDrops agency) {
        this.population = population;
        this.agency = agency;
        members = SingletonSupplier.of(
                () -> population.members(LocalExecutiveDrops.ID).toArray());
    }

    List<Drop> due(LocalDate today) {
        LocalDate first = today.minusDays(DAYS + CORRECTIONS + 1).withDayOfMonth(1);
        List<Drop> due = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            int file = i;
            due.add(agency.file(
                    first.plusDays(i / 2),
                    1 + i % 2,
                    () -> IntStream.range(bound(file), bound(file + 1))
                            .mapToObj(at -> at % LOT == WRONG ? outdated(at) : entry(at))));
        }
        for (int i = 0; i < CORRECTIONS; i++) {
            int part = i;
            due.add(agency.file(
                    first.plusDays(DAYS + i),
                    1,
                    () -> those(0, at -> at % LOT == WRONG && at / LOT % CORRECTIONS == part)
                            .mapToObj(this::entry)));
        }
        LocalDate yesterday = today.minusDays(1);
        int confirmed = (int) (yesterday.toEpochDay() % LOT);
        due.add(agency.file(
                yesterday,
                SEQUENCE_DAILY,
                () -> those(0, at -> at % LOT == confirmed).mapToObj(this::entry)));
        due.add(agency.file(
                first.plusDays(LATE_DAY),
                SEQUENCE_LATE,
                () -> those(bound(2 * (LATE_DAY + 1)), at -> at % LOT == LATE).mapToObj(this::outdated)));
        return due;
    }

    /** Where in the members' list a file begins. */
    private int bound(int file) {
        return (int) ((long) members.get().length * file / FILES);
    }

    private IntStream those(int from, IntPredicate condition) {
        return IntStream.range(from, members.get().length).filter(condition);
    }

    private Entry entry(int at) {
        int number = members.get()[at];
        return new Entry(population.fin(number), population.facts(LocalExecutiveDrops.ID, number));
    }

    private Entry outdated(int at) {
        Entry now = entry(at);
        return new Entry(now.fin(), LocalExecutiveDrops.moved(now.facts(), OUTDATED));
    }
}
