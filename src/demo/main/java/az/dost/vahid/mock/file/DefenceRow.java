package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts.CombatService;
import az.dost.vahid.mock.population.Facts.MilitaryService;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** One {@code Herbci} element: see {@code connectors/defence/contract.xsd}. */
final class DefenceRow {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    /** Müddətli həqiqi xidmət, müddətdən artıq həqiqi xidmət, zabit. */
    private static final Map<String, String> KINDS = Map.of("CONSCRIPT", "MHX", "CONTRACT", "MAHX", "OFFICER", "ZBT");

    static void append(CanonicalXml xml, Entry entry) {
        MilitaryService service = entry.fact("militaryService");
        CombatService combat = entry.fact("combatService");
        xml.open("Herbci").open("FIN").text(entry.fin()).close("FIN");
        if (service != null) {
            xml.open(
                    "Xidmet",
                    "baslama",
                    day(service.from()),
                    "bitme",
                    day(service.until()),
                    "nov",
                    KINDS.get(service.kind()));
            element(xml, "Rutbe", service.rank());
            element(xml, "Hisse", service.unit());
            xml.close("Xidmet");
        }
        if (combat != null) {
            xml.open("Doyus", "yarali", combat.wounded() ? "B" : "X");
            for (CombatService.Operation operation : combat.operations()) {
                xml.open("Emeliyyat", "baslama", day(operation.from()), "bitme", day(operation.until()))
                        .text(operation.name())
                        .close("Emeliyyat");
            }
            xml.close("Doyus");
        }
        xml.close("Herbci").line();
    }

    private static void element(CanonicalXml xml, String name, String value) {
        if (value != null) {
            xml.open(name).text(value).close(name);
        }
    }

    private static String day(LocalDate date) {
        return date == null ? null : date.format(DAY);
    }

    private DefenceRow() {}
}
