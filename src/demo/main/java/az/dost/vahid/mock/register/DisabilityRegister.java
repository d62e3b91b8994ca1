package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Impairment;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Trait;
import java.time.LocalDate;
import java.util.List;

/** {@code disability}: assessments, and the rehabilitation plans that go with some. */
final class DisabilityRegister implements Register {
    private static final List<List<String>> DEVICES = List.of(
            List.of("WHEELCHAIR"), List.of("HEARING_AID"), List.of("PROSTHESIS"), List.of("PROSTHESIS", "WHEELCHAIR"));

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        Facts.Disability disability = Impairment.of(citizen);
        if (disability != null) {
            sheet.add("disability", disability);
            sheet.add("rehabilitation", rehabilitation(citizen, disability));
        }
    }

    /** Null without a plan. */
    static Facts.Rehabilitation rehabilitation(Inhabitant citizen, Facts.Disability disability) {
        if (disability == null || !citizen.has(Trait.REHABILITATED)) {
            return null;
        }
        int first = Impairment.byWar(disability) ? 2 : 0;
        List<String> devices = DEVICES.get(first + citizen.draw("devices", 2));
        LocalDate from = disability.since().plusDays(14);
        return new Facts.Rehabilitation(citizen.serial("rehabilitation plan", 8), devices, from, disability.reviewOn());
    }
}
