package az.dost.vahid.mock.population;

/** {@code health-insurance}: everyone alive is covered, some for more. */
final class HealthInsuranceRegister implements Register {
    private static final int INTRODUCED = Days.of(2021, 4, 1);
    private static final int END_OF_YEAR = Days.of(2026, 12, 31);

    @Override
    public void report(Citizen citizen, Sheet sheet) {
        if (!citizen.alive()) {
            return;
        }
        boolean extended = citizen.has(Trait.EXTENDED_COVER);
        sheet.add("healthInsurance", new Facts.HealthInsurance(citizen.serial("health insurance", 10),
                extended ? "EXTENDED" : "BASIC", Days.date(Math.max(citizen.birth, INTRODUCED)),
                extended ? Days.date(END_OF_YEAR) : null, citizen.home().place.region() + " Poliklinikası"));
    }
}
