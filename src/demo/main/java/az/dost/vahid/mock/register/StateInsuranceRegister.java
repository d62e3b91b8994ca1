package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Impairment;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.MartyrFamily;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Serial;
import az.dost.vahid.mock.population.ServiceRecord;
import az.dost.vahid.mock.population.Sheet;
import java.util.ArrayList;
import java.util.List;

/** {@code state-insurance}: payouts of the servicemen's insurance, to the heirs of the fallen and to the wounded. */
final class StateInsuranceRegister implements Register {
    private static final int DEATH = 1_100_000;
    private static final int INJURY = 200_000;
    private static final int DISABILITY_PER_PERCENT = 8_000;

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        if (citizen.alive()) {
            List<Facts.InsurancePayout> payouts = new ArrayList<>(2);
            forMartyr(citizen, payouts);
            forWounds(citizen, payouts);
            sheet.add("insurancePayout", payouts);
        }
    }

    private static void forMartyr(Inhabitant citizen, List<Facts.InsurancePayout> payouts) {
        if (MartyrFamily.of(citizen) != null) {
            Inhabitant martyr = citizen.kin.martyr();
            int paid = MartyrFamily.recognised(martyr) + 20 + martyr.draw("insurance paid", 90);
            payouts.add(
                    payout(martyr, "DEATH", DEATH / NotaryRegister.heirs(martyr).size(), paid));
        }
    }

    private static void forWounds(Inhabitant citizen, List<Facts.InsurancePayout> payouts) {
        ServiceRecord service = ServiceRecord.of(citizen);
        if (service == null || !service.wounded()) {
            return;
        }
        int injury = service.fought() + 30 + citizen.draw("injury paid", 25);
        payouts.add(payout(citizen, "INJURY", INJURY, injury));
        Facts.Disability disability = Impairment.of(citizen);
        if (Impairment.byWar(disability)) {
            payouts.add(payout(
                    citizen,
                    "DISABILITY",
                    DISABILITY_PER_PERCENT * disability.percentFrom(),
                    (int) disability.since().toEpochDay() + 25));
        }
    }

    private static Facts.InsurancePayout payout(Inhabitant insured, String event, int amount, int paid) {
        return new Facts.InsurancePayout(
                insured.serial("servicemen's insurance", 9), event, Serial.hundredths(amount), Days.date(paid));
    }
}
