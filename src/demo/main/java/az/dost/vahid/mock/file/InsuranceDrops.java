package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts.InsurancePayout;
import az.dost.vahid.mock.population.Population;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** State Insurance Company: each day every payout so far, in fixed-width lines that the mainframe adds up. */
@Component
final class InsuranceDrops implements DropAgency {
    static final String ID = "state-insurance";
    private static final int LOT = 10;
    private final Population population;

    InsuranceDrops(Population population) {
        this.population = population;
    }

    @Override
    public String id() {
        return ID;
    }

    /** The day before yesterday's file, which lacks every tenth person, and yesterday's. */
    @Override
    public List<Drop> due(LocalDate today) {
        return List.of(
                file(
                        today.minusDays(2),
                        1,
                        () -> population
                                .members(ID)
                                .filter(n -> n % LOT != 0)
                                .mapToObj(n -> new Entry(population.fin(n), population.facts(ID, n)))),
                file(today.minusDays(1), 1, () -> DropAgency.members(ID, population)));
    }

    @Override
    public Drop file(LocalDate day, int sequence, Supplier<Stream<Entry>> rows) {
        String name = "DSS" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence) + ".TXT";
        return new Drop(name, day, out -> {
            try (Stream<Entry> entries = rows.get()) {
                InsuranceLines lines = new InsuranceLines(out);
                lines.header(day);
                for (Entry entry : (Iterable<Entry>) entries::iterator) {
                    lines.record(entry);
                }
                lines.trailer();
            }
        });
    }

    @Override
    public Map<String, Object> falsified(Map<String, Object> truth) {
        return Map.of("insurancePayout", List.of(new InsurancePayout(MARK, "DEATH", "1.00", LocalDate.of(2020, 1, 1))));
    }
}
