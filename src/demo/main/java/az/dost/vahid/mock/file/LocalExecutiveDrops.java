package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts.Address;
import az.dost.vahid.mock.population.Facts.Housing;
import az.dost.vahid.mock.population.Population;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Local executive authorities: many small files of registrations, corrected by later ones, some of them late. */
@Component
final class LocalExecutiveDrops implements DropAgency {
    static final String ID = "local-executive";
    private final Population population;

    LocalExecutiveDrops(Population population) {
        this.population = population;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String channel() {
        return "local";
    }

    @Override
    public List<Drop> due(LocalDate today) {
        return new LocalExecutiveMonth(population, this).due(today);
    }

    @Override
    public Drop file(LocalDate day, int sequence, Supplier<Stream<Entry>> rows) {
        String name = "yih-%s-%03d.jsonl".formatted(day.format(DateTimeFormatter.BASIC_ISO_DATE), sequence);
        return new Drop(name, day, out -> {
            try (Stream<Entry> entries = rows.get();
                    LocalExecutiveLines lines = new LocalExecutiveLines(out)) {
                for (Entry entry : (Iterable<Entry>) entries::iterator) {
                    lines.write(entry);
                }
            }
        });
    }

    @Override
    public Map<String, Object> falsified(Map<String, Object> truth) {
        return moved(truth, MARK);
    }

    /** The facts with another street and one room more. */
    static Map<String, Object> moved(Map<String, Object> truth, String street) {
        Map<String, Object> facts = new HashMap<>(truth);
        facts.computeIfPresent("address", (name, fact) -> {
            Address address = (Address) fact;
            return new Address(
                    address.region(),
                    address.city(),
                    street,
                    address.building(),
                    address.apartment(),
                    address.postalCode(),
                    address.registeredSince());
        });
        facts.computeIfPresent("housing", (name, fact) -> {
            Housing housing = (Housing) fact;
            return new Housing(housing.kind(), housing.rooms() + 1, housing.areaSqm(), housing.condition());
        });
        return facts;
    }
}
