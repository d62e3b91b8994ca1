package az.dost.vahid.mock.population;

import java.util.ArrayList;
import java.util.List;

/** The payments that follow from age, disability, loss of a parent, a martyr, a title and need. */
public final class Benefits {
    private static final int MARTYRS_FAMILY = 50_000;
    private static final int VETERAN = 8_000;
    private static final int TARGETED = 18_000;
    private static final int CHILD = 11_500;
    private static final int SURVIVOR = 20_000;

    private final Inhabitant citizen;
    private final List<Facts.Benefit> payments = new ArrayList<>(3);

    private Benefits(Inhabitant citizen) {
        this.citizen = citizen;
    }

    /** Of a citizen who lives, or whom the payer takes for living. */
    public static List<Facts.Benefit> of(Inhabitant citizen) {
        if (!citizen.azerbaijani()) {
            return List.of();
        }
        Benefits benefits = new Benefits(citizen);
        benefits.pension();
        benefits.survivor();
        benefits.martyrsFamily();
        benefits.veteran();
        benefits.allowances();
        return benefits.payments;
    }

    private void pension() {
        int age = citizen.sex == Sex.MALE ? 65 : 63;
        if (Days.NOW >= citizen.birthday(age)) {
            pay("OLD_AGE_PENSION", 32_000 + citizen.draw("old age pension", 60_000), citizen.birthday(age), Days.NEVER);
            return;
        }
        Facts.Disability disability = Impairment.of(citizen);
        if (disability != null) {
            int amount = Impairment.byWar(disability) ? 40_000 : 25_000;
            pay(
                    "DISABILITY_PENSION",
                    amount + 100 * disability.percentFrom(),
                    (int) disability.since().toEpochDay() + 10,
                    Days.NEVER);
        }
    }

    private void survivor() {
        if (citizen.role != Role.CHILD || citizen.reached(18)) {
            return;
        }
        for (Inhabitant parent : citizen.kin.parents(citizen)) {
            if (!parent.alive()) {
                pay("SURVIVOR_PENSION", SURVIVOR, parent.death + 1, citizen.birthday(18));
            }
        }
    }

    private void martyrsFamily() {
        if (MartyrFamily.of(citizen) != null) {
            pay("PRESIDENTIAL_PENSION", MARTYRS_FAMILY, MartyrFamily.recognised(citizen.kin.martyr()), Days.NEVER);
        }
    }

    private void veteran() {
        Facts.VeteranStatus status = Veterans.of(citizen, ServiceRecord.of(citizen));
        if (status != null && !status.kind().equals("MILITARY_VETERAN")) {
            pay("VETERAN_PENSION", VETERAN, (int) status.grantedOn().toEpochDay(), Days.NEVER);
        }
    }

    private void allowances() {
        boolean poor = citizen.has(Trait.LOW_INCOME);
        if (citizen.role == Role.MOTHER && (poor || citizen.kin.martyr() != null)) {
            Inhabitant martyr = citizen.kin.martyr();
            for (Inhabitant child : citizen.kin.children(citizen)) {
                if (!child.reached(18)) {
                    int from = martyr == null ? child.birth : MartyrFamily.recognised(martyr);
                    pay("CHILD_ALLOWANCE", CHILD, Math.min(from + 30, Days.NOW), child.birthday(18));
                }
            }
        }
        if (poor && citizen.alive() && citizen.reached(20) && !Career.works(citizen)) {
            int from = Days.NOW - citizen.draw("assistance since", 300);
            pay("TARGETED_ASSISTANCE", TARGETED, from, from + 365);
        }
    }

    private void pay(String kind, int amount, int from, int until) {
        payments.add(new Facts.Benefit(kind, Serial.hundredths(amount), Days.date(from), Days.date(until)));
    }
}
