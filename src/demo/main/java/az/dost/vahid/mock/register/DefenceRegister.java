package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Serial;
import az.dost.vahid.mock.population.ServiceRecord;
import az.dost.vahid.mock.population.Sheet;

/** {@code defence}: who serves or served, the fallen included. */
final class DefenceRegister implements Register {
    private static final String[] SOLDIERS = {"Əsgər", "Baş əsgər", "Kiçik çavuş", "Çavuş"};
    private static final String[] CONTRACTORS = {"Çavuş", "Baş çavuş", "Gizir", "Baş gizir"};
    private static final String[] OFFICERS = {"Leytenant", "Baş leytenant", "Kapitan", "Mayor", "Polkovnik-leytenant"};

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        ServiceRecord service = ServiceRecord.of(citizen);
        if (service == null) {
            return;
        }
        sheet.add(
                "militaryService",
                new Facts.MilitaryService(
                        service.kind().name(),
                        Days.date(service.from()),
                        Days.date(service.until()),
                        citizen.pick("rank", ranks(service)),
                        "N " + Serial.padded(100 + citizen.draw("unit", 900), 3) + " saylı hərbi hissə"));
        sheet.add("combatService", service.combat());
    }

    private static String[] ranks(ServiceRecord service) {
        return switch (service.kind()) {
            case CONSCRIPT -> SOLDIERS;
            case CONTRACT -> CONTRACTORS;
            case OFFICER -> OFFICERS;
        };
    }
}
