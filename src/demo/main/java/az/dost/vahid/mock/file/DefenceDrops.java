package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts.MilitaryService;
import az.dost.vahid.mock.population.Population;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Ministry of Defence: each day the whole register of the day before, as signed XML in a zip archive. */
@Component
final class DefenceDrops implements DropAgency {
    static final String ID = "defence";
    private final Population population;

    DefenceDrops(Population population) {
        this.population = population;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Packing seal() {
        return new DefenceSeal();
    }

    @Override
    public String algorithm() {
        return "RSA";
    }

    @Override
    public List<Drop> due(LocalDate today) {
        return List.of(file(today.minusDays(1), 1, () -> DropAgency.members(ID, population)));
    }

    @Override
    public Drop file(LocalDate day, int sequence, Supplier<Stream<Entry>> rows) {
        String name = "HERBI_UCOT_" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "_%03d".formatted(sequence);
        return new Drop(name + DefenceSeal.EXTENSION, day, out -> {
            CanonicalXml xml = new CanonicalXml();
            try (Stream<Entry> entries = rows.get()) {
                for (Entry entry : (Iterable<Entry>) entries::iterator) {
                    DefenceRow.append(xml, entry);
                    out.write(xml.take().getBytes(StandardCharsets.UTF_8));
                }
            }
        });
    }

    @Override
    public Map<String, Object> falsified(Map<String, Object> truth) {
        Map<String, Object> facts = new HashMap<>(truth);
        facts.computeIfPresent("militaryService", (name, fact) -> {
            MilitaryService service = (MilitaryService) fact;
            return new MilitaryService(service.kind(), service.from(), service.until(), MARK, service.unit());
        });
        return facts;
    }

    /** Comments: cheap to read over, though there is a GiB of them. */
    @Override
    public byte[] filler() {
        return ("<!--" + "=".repeat(1 << 16) + "-->\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public long maxFileBytes() {
        return 1L << 30;
    }
}
