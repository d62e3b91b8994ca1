package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts.DisplacedStatus;
import az.dost.vahid.mock.population.Population;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.function.SingletonSupplier;

/**
 * A week of the list of displaced persons: on Sunday some are missing, some are out of date and some do not belong
 * there; three days of changes later it tells exactly what the population tells.
 *
 * <p>Who is concerned follows from the citizen's number, so that each file can be written alone. Monday adds the
 * missing and deletes some by mistake, Tuesday brings the outdated up to date and deletes those who do not belong
 * there, Wednesday brings the deleted back; later days confirm a few.
 */
final class DisplacedWeek {
    static final String OUTDATED = "Köhnə qəsəbə";
    private static final int LOT = 40;
    private static final int MISSING = 3;
    private static final int OUTDATED_LOT = 11;
    private static final int MISTAKEN = 19;
    private static final int CONFIRMED = 23;
    private static final int ALIEN = 29;
    private final Population population;
    /** Their numbers, looked for when the first file is written. */
    private final Supplier<int[]> members;

    DisplacedWeek(Population population) {
        this.population = population;
        members =
                SingletonSupplier.of(() -> population.members(DisplacedDrops.ID).toArray());
    }

    Stream<DisplacedRow> whole() {
        return Stream.concat(
                members()
                        .filter(n -> n % LOT != MISSING)
                        .mapToObj(n -> DisplacedRow.added(n % LOT == OUTDATED_LOT ? outdated(n) : entry(n))),
                aliens().mapToObj(n -> DisplacedRow.added(alien(n))));
    }

    /** @param day 1 for Monday to 6 for Saturday */
    Stream<DisplacedRow> changes(int day) {
        return switch (day) {
            case 1 ->
                Stream.concat(
                        lot(MISSING).mapToObj(n -> DisplacedRow.added(entry(n))),
                        lot(MISTAKEN).mapToObj(n -> DisplacedRow.deleted(population.fin(n))));
            case 2 ->
                Stream.concat(
                        lot(OUTDATED_LOT).mapToObj(n -> DisplacedRow.changed(entry(n))),
                        aliens().mapToObj(n -> DisplacedRow.deleted(population.fin(n))));
            case 3 -> lot(MISTAKEN).mapToObj(n -> DisplacedRow.added(entry(n)));
            default -> lot(CONFIRMED + day).mapToObj(n -> DisplacedRow.changed(entry(n)));
        };
    }

    private IntStream members() {
        return IntStream.of(members.get());
    }

    private IntStream lot(int number) {
        return members().filter(n -> n % LOT == number);
    }

    /** Some of whom the register knows nothing. */
    private IntStream aliens() {
        return IntStream.range(0, population.size())
                .filter(n -> n % (LOT * LOT) == ALIEN
                        && population.facts(DisplacedDrops.ID, n).isEmpty());
    }

    private Entry entry(int number) {
        return new Entry(population.fin(number), population.facts(DisplacedDrops.ID, number));
    }

    private Entry outdated(int number) {
        Entry now = entry(number);
        DisplacedStatus status = now.fact("displacedStatus");
        return new Entry(
                now.fin(),
                Map.of(
                        "displacedStatus",
                        new DisplacedStatus(
                                status.cardNumber(),
                                status.displacedFrom(),
                                OUTDATED,
                                status.registeredOn(),
                                status.familySize() + 1)));
    }

    private Entry alien(int number) {
        return new Entry(
                population.fin(number),
                Map.of(
                        "displacedStatus",
                        new DisplacedStatus("00000000", "Ağdam", OUTDATED, LocalDate.of(1993, 7, 23), 1)));
    }
}
