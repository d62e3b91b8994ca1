package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Career;
import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Job;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Serial;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Trait;
import java.util.ArrayList;
import java.util.List;

/** {@code tax}: the taxpayers among adults, and three full years of income from the labour contracts. */
final class TaxRegister implements Register {
    private static final int[] YEARS = {2025, 2024, 2023};
    private static final int TAX_FREE = 20_000;
    private static final int TAX_PERCENT = 14;
    private static final String[] ACTIVITIES = {
        "Pərakəndə ticarət",
        "Taksi xidməti",
        "Tikinti işləri",
        "Kənd təsərrüfatı",
        "İctimai iaşə",
        "Bərbər xidməti",
        "Fərdi məsləhət",
        "Daşınmaz əmlakın icarəsi"
    };
    private static final String[] STATES = {"ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "SUSPENDED", "CLOSED"};

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        if (!citizen.reached(19)) {
            return;
        }
        sheet.add("income", income(citizen));
        if (citizen.has(Trait.TAXPAYER)) {
            sheet.add("taxpayer", taxpayer(citizen));
        }
    }

    private static List<Facts.Income> income(Inhabitant citizen) {
        List<Job> jobs = Career.of(citizen);
        List<Facts.Income> newestFirst = new ArrayList<>(YEARS.length);
        for (int year : YEARS) {
            long gross = 0;
            long tax = 0;
            for (Job job : jobs) {
                int months = job.daysWithin(Days.of(year, 1, 1), Days.of(year, 12, 31)) * 12 / 365;
                gross += (long) job.salary() * months;
                tax += (long) (job.salary() - TAX_FREE) * months * TAX_PERCENT / 100;
            }
            if (gross > 0) {
                newestFirst.add(new Facts.Income(year, Serial.hundredths(gross), Serial.hundredths(tax)));
            }
        }
        return newestFirst;
    }

    private static Facts.Taxpayer taxpayer(Inhabitant citizen) {
        int from = Math.max(citizen.birthday(18), Days.NOW - Days.years(15));
        return new Facts.Taxpayer(
                citizen.serial("taxpayer", 9) + "2",
                citizen.alive() ? citizen.pick("taxpayer state", STATES) : "CLOSED",
                Days.date(citizen.day("taxpayer since", Math.min(from, citizen.horizon() - 30), citizen.horizon())),
                citizen.pick("activity", ACTIVITIES));
    }
}
