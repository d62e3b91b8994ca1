package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Impairment;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.MartyrFamily;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.ServiceRecord;
import az.dost.vahid.mock.population.Sex;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Spelling;
import az.dost.vahid.mock.population.Trait;
import az.dost.vahid.mock.population.Veterans;

/** {@code mobilisation}: men of military age, veterans, martyrs' families; it confirms names and the martyr. */
final class MobilisationRegister implements Register {
    private static final int OLDEST = 65;

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        if (!citizen.alive() || !citizen.azerbaijani()) {
            return;
        }
        ServiceRecord service = ServiceRecord.of(citizen);
        Facts.Conscription conscription = conscription(citizen, service);
        Facts.VeteranStatus veteran = Veterans.of(citizen, service);
        Facts.MartyrStatus martyr = MartyrFamily.of(citizen);
        if (conscription == null && veteran == null && martyr == null) {
            return;
        }
        sheet.add("identity", names(citizen));
        sheet.add("conscription", conscription);
        sheet.add("veteranStatus", veteran);
        if (martyr != null) {
            sheet.add(
                    "martyrStatus",
                    new Facts.MartyrRelation(
                            martyr.martyrFin(),
                            citizen.has(Trait.MARTYR_DIFFERS)
                                    ? MartyrFamily.mistaken(martyr.relation())
                                    : martyr.relation()));
        }
    }

    private static Facts.Names names(Inhabitant citizen) {
        boolean misheard = citizen.has(Trait.NAME_DIFFERS_AT_MOBILISATION);
        return new Facts.Names(
                misheard ? Spelling.misheard(citizen.givenName) : citizen.givenName,
                citizen.surname,
                citizen.patronymic);
    }

    private static Facts.Conscription conscription(Inhabitant citizen, ServiceRecord service) {
        if (citizen.sex != Sex.MALE || !citizen.reached(18) || citizen.reached(OLDEST)) {
            return null;
        }
        boolean disabled = Impairment.of(citizen) != null;
        String status = service != null
                ? service.lasts() ? "REGISTERED" : "SERVED"
                : disabled ? "EXEMPT" : !citizen.reached(28) && citizen.has(Trait.DEFERRED) ? "DEFERRED" : "REGISTERED";
        String category = disabled ? "Yararsız" : citizen.chance("limited fitness", 800) ? "Məhdud yararlı" : "Yararlı";
        return new Facts.Conscription(
                status,
                category,
                citizen.home().place.region(),
                Days.date(citizen.birthday(15) + citizen.draw("called to register", 360)));
    }
}
