package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Impairment;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.MartyrFamily;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Role;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Trait;
import java.util.ArrayList;
import java.util.List;

/** {@code social-services}: the queues for flats and cars, and social services. */
final class SocialServicesRegister implements Register {
    private static final String[] STATES = {"WAITING", "WAITING", "WAITING", "ALLOCATED", "PAUSED"};

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        if (citizen.alive() && citizen.azerbaijani()) {
            Facts.Disability disability = Impairment.of(citizen);
            sheet.add("housingQueue", queues(citizen, disability));
            sheet.add("socialServices", services(citizen, disability));
        }
    }

    /** Widows and parents of martyrs wait for a flat; who is disabled by war also, and severely so for a car. */
    private static List<Facts.HousingQueue> queues(Inhabitant citizen, Facts.Disability disability) {
        List<Facts.HousingQueue> queues = new ArrayList<>(2);
        Facts.MartyrStatus martyr = MartyrFamily.of(citizen);
        boolean ofMartyr = martyr != null && citizen.role != Role.CHILD;
        boolean byWar = Impairment.byWar(disability);
        if (!ofMartyr && !byWar || !citizen.has(Trait.QUEUED)) {
            return queues;
        }
        int entitled = (int) (ofMartyr ? martyr.recognisedOn() : disability.since()).toEpochDay();
        int registered = Math.min(Days.NOW, entitled + 10 + citizen.draw("queue joined", 300));
        queues.add(new Facts.HousingQueue(
                "FLAT",
                1 + citizen.draw("flat queue", 18_000),
                Days.date(registered),
                citizen.pick("flat state", STATES)));
        if (byWar && Impairment.severe(disability)) {
            queues.add(new Facts.HousingQueue(
                    "CAR",
                    1 + citizen.draw("car queue", 9_000),
                    Days.date(registered),
                    citizen.pick("car state", STATES)));
        }
        return queues;
    }

    private static List<Facts.SocialService> services(Inhabitant citizen, Facts.Disability disability) {
        List<Facts.SocialService> services = new ArrayList<>(2);
        if (citizen.reached(70) && citizen.has(Trait.HOME_CARE)) {
            services.add(service(citizen, "HOME_CARE", citizen.draw("home care since", 1_500)));
        }
        if (disability != null && citizen.has(Trait.DAY_CENTRE)) {
            int most = Days.NOW - (int) disability.since().toEpochDay();
            services.add(service(citizen, "DAY_CENTRE", citizen.draw("day centre since", most)));
        }
        if (citizen.reached(21) && citizen.has(Trait.LEGAL_AID)) {
            services.add(service(citizen, "LEGAL_AID", citizen.draw("legal aid since", 900)));
        }
        return services;
    }

    private static Facts.SocialService service(Inhabitant citizen, String service, int daysAgo) {
        return new Facts.SocialService(
                service,
                citizen.home().place.region() + " Sosial Xidmət Mərkəzi",
                Days.date(Days.NOW - daysAgo),
                !service.equals("LEGAL_AID") || daysAgo < 90);
    }
}
