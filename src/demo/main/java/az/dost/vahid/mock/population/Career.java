package az.dost.vahid.mock.population;

import java.util.ArrayList;
import java.util.List;

/** The labour contracts of a citizen, from which employment, income and the insured record follow. */
public final class Career {
    private static final int LONGEST_GAP = 200;
    private static final int MINIMUM_WAGE = 40_000;
    private static final String[] POSITIONS = {
        "Mühəndis",
        "Müəllim",
        "Həkim",
        "Mühasib",
        "Sürücü",
        "Satıcı",
        "Proqramçı",
        "Tibb bacısı",
        "Fəhlə",
        "Hüquqşünas",
        "Operator",
        "Anbardar",
        "Aşpaz",
        "Mühafizəçi",
        "Kargüzar"
    };

    private final Inhabitant citizen;
    private final int from;
    private final int until;

    private Career(Inhabitant citizen, int from, int until) {
        this.citizen = citizen;
        this.from = from;
        this.until = until;
    }

    /** Newest first. */
    public static List<Job> of(Inhabitant citizen) {
        ServiceRecord service = ServiceRecord.of(citizen);
        if (!citizen.reached(20) || service != null && service.lasts() && citizen.alive()) {
            return List.of();
        }
        int grown = service == null ? citizen.birthday(20) : Math.max(citizen.birthday(20), service.until());
        int from = grown + 15 + citizen.draw("first job", Days.years(4));
        if (works(citizen)) {
            return from < Days.NOW ? new Career(citizen, from, Days.NEVER).jobs() : List.of();
        }
        int until = Math.min(citizen.horizon(), citizen.birthday(63)) - 30 - citizen.draw("last job", Days.years(4));
        boolean worked = until > from + 30 && citizen.has(Trait.WORKED_BEFORE);
        return worked ? new Career(citizen, from, until).jobs() : List.of();
    }

    static boolean works(Inhabitant citizen) {
        return citizen.alive()
                && !citizen.reached(65)
                && citizen.has(Trait.EMPLOYED)
                && !Impairment.severe(Impairment.of(citizen));
    }

    private List<Job> jobs() {
        int span = Math.min(until, Days.NOW) - from;
        int count = span < 4 * LONGEST_GAP ? 1 : 1 + citizen.draw("contracts", 3);
        List<Job> jobs = new ArrayList<>(count);
        for (int i = count - 1; i >= 0; i--) {
            boolean last = i == count - 1;
            int gap = last ? 0 : 1 + citizen.draw("gap", LONGEST_GAP);
            jobs.add(job(i, from + span / count * i, last ? until : from + span / count * (i + 1) - gap));
        }
        return jobs;
    }

    private Job job(int index, int from, int until) {
        int employer = (citizen.draw("employer", Employer.COUNT) + index * 7_919) % Employer.COUNT;
        int salary = (MINIMUM_WAGE + citizen.draw("salary", 200_000)) * (4 + index) / 4 / 500 * 500;
        return new Job(employer, citizen.pick("position", POSITIONS), from, until, salary);
    }
}
