package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts.DisplacedStatus;
import az.dost.vahid.mock.population.Population;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * State Committee for Refugees and IDPs: Sunday's whole list, out on Thursday, and a list of changes for each day from
 * Monday to Saturday.
 */
@Component
final class DisplacedDrops implements DropAgency {
    static final String ID = "displaced-persons";
    private static final int DAYS_TO_PUBLISH = 4;
    private static final int DAYS_OF_CHANGES = 6;
    private final Population population;

    DisplacedDrops(Population population) {
        this.population = population;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String algorithm() {
        return "RSA";
    }

    @Override
    public List<Drop> due(LocalDate today) {
        LocalDate sunday = today.minusDays(DAYS_TO_PUBLISH).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        DisplacedWeek week = new DisplacedWeek(population);
        List<Drop> due = new ArrayList<>();
        due.add(drop("full", sunday, 1, week::whole));
        for (int day = 1; day <= DAYS_OF_CHANGES && sunday.plusDays(day).isBefore(today); day++) {
            int changed = day;
            due.add(drop("delta", sunday.plusDays(day), 1, () -> week.changes(changed)));
        }
        return due;
    }

    @Override
    public Drop file(LocalDate day, int sequence, Supplier<Stream<Entry>> rows) {
        return drop("full", day, sequence, () -> rows.get().map(DisplacedRow::added));
    }

    private static Drop drop(String kind, LocalDate day, int sequence, Supplier<Stream<DisplacedRow>> rows) {
        String name = "mqd_%s_%s_%03d.csv".formatted(kind, day.format(DateTimeFormatter.BASIC_ISO_DATE), sequence);
        return new Drop(name, day, out -> DisplacedRow.write(out, rows.get()));
    }

    @Override
    public Map<String, Object> falsified(Map<String, Object> truth) {
        DisplacedStatus status = (DisplacedStatus) truth.get("displacedStatus");
        return Map.of(
                "displacedStatus",
                new DisplacedStatus(
                        status.cardNumber(), status.displacedFrom(), MARK, status.registeredOn(), status.familySize()));
    }
}
