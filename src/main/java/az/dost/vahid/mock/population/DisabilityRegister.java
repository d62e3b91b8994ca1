package az.dost.vahid.mock.population;

import java.time.LocalDate;
import java.util.List;

/** {@code disability}: assessments, and the rehabilitation plans that go with some. */
final class DisabilityRegister implements Register {
    private static final List<List<String>> DEVICES = List.of(List.of("WHEELCHAIR"), List.of("HEARING_AID"),
            List.of("PROSTHESIS"), List.of("PROSTHESIS", "WHEELCHAIR"));

    @Override
    public void report(Citizen citizen, Sheet sheet) {
        Facts.Disability disability = Impairment.of(citizen);
        if (disability != null) {
            sheet.add("disability", disability);
            sheet.add("rehabilitation", rehabilitation(citizen, disability));
        }
    }

    /** Null without a plan. */
    static Facts.Rehabilitation rehabilitation(Citizen citizen, Facts.Disability disability) {
        if (disability == null || !citizen.has(Trait.REHABILITATED)) {
            return null;
        }
        int first = Impairment.byWar(disability) ? 2 : 0;
        List<String> devices = DEVICES.get(first + citizen.draw("devices", 2));
        LocalDate from = disability.since().plusDays(14);
        return new Facts.Rehabilitation(citizen.serial("rehabilitation plan", 8), devices, from, disability.reviewOn());
    }
}
