package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Career;
import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Employer;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Job;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Serial;
import az.dost.vahid.mock.population.ServiceRecord;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Trait;
import java.util.List;

/** {@code employment}: labour contracts, and the registered unemployed. */
final class EmploymentRegister implements Register {
    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        List<Job> jobs = Career.of(citizen);
        sheet.add("employment", jobs.stream().map(EmploymentRegister::contract).toList());
        boolean lasts = !jobs.isEmpty() && jobs.get(0).until() == Days.NEVER;
        if (!lasts && citizen.has(Trait.UNEMPLOYED)) {
            sheet.add("unemployment", unemployment(citizen, jobs));
        }
    }

    private static Facts.Employment contract(Job job) {
        Employer employer = Employer.of(job.employer());
        return new Facts.Employment(
                employer.voen(),
                employer.name(),
                job.position(),
                Days.date(job.from()),
                Days.date(job.until()),
                Serial.hundredths(job.salary()));
    }

    private static Facts.Unemployment unemployment(Inhabitant citizen, List<Job> jobs) {
        ServiceRecord service = ServiceRecord.of(citizen);
        boolean seeks = citizen.alive()
                && citizen.azerbaijani()
                && citizen.reached(19)
                && !citizen.reached(62)
                && (service == null || !service.lasts());
        if (!seeks) {
            return null;
        }
        int earliest = jobs.isEmpty() ? citizen.birthday(18) : jobs.get(0).until() + 1;
        int registered = citizen.day("registered unemployed", Math.max(earliest, Days.NOW - 400), Days.NOW);
        boolean suspended = citizen.chance("suspended", 1_000);
        return new Facts.Unemployment(
                Days.date(registered),
                suspended ? "SUSPENDED" : "REGISTERED",
                suspended ? null : Serial.hundredths(20_000 + citizen.draw("unemployment benefit", 30_000)));
    }
}
