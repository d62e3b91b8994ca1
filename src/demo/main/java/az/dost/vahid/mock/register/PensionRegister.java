package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Benefits;
import az.dost.vahid.mock.population.Career;
import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Employer;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Job;
import az.dost.vahid.mock.population.MartyrFamily;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Serial;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Trait;
import java.util.List;

/** {@code pensions}: the insured record of every adult, benefits of those it takes for living, martyrs' families. */
final class PensionRegister implements Register {
    private static final int CONTRIBUTION_PERCENT = 22;

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        boolean unaware = !citizen.alive() && citizen.has(Trait.PENSIONS_UNAWARE_OF_DEATH);
        if (citizen.alive() || unaware) {
            sheet.add("benefits", Benefits.of(citizen));
        }
        if (citizen.reached(18)) {
            sheet.add("insuredRecord", insuredRecord(citizen));
        }
        sheet.add("martyrStatus", MartyrFamily.of(citizen));
        if (!citizen.alive() && !unaware) {
            sheet.add("death", new Facts.DeathDate(Days.date(dateOfDeath(citizen))));
        }
    }

    private static Facts.InsuredRecord insuredRecord(Inhabitant citizen) {
        List<Job> jobs = Career.of(citizen);
        long capital = 0;
        int days = 0;
        for (Job job : jobs) {
            int worked = job.daysWithin(job.from(), Days.NOW);
            days += worked;
            capital += (long) job.salary() * worked / 30 * CONTRIBUTION_PERCENT / 100;
        }
        return new Facts.InsuredRecord(
                citizen.serial("social insurance", 13),
                days / 30,
                jobs.isEmpty() ? null : Employer.voen(jobs.get(0).employer()),
                Serial.hundredths(capital));
    }

    private static int dateOfDeath(Inhabitant citizen) {
        return citizen.has(Trait.PENSIONS_MISDATE_DEATH)
                ? citizen.death + 1 + citizen.draw("misdated by", 20)
                : citizen.death;
    }
}
