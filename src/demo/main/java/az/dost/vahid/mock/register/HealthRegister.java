package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Impairment;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Trait;
import java.util.ArrayList;
import java.util.List;

/** {@code health}: referrals of the living, for treatment and for the devices of a rehabilitation plan. */
final class HealthRegister implements Register {
    static final String[] FACILITIES = {
        "Respublika Klinik Xəstəxanası",
        "Mərkəzi Klinik Xəstəxana",
        "Respublika Müalicə Diaqnostika Mərkəzi",
        "Mərkəzi Rayon Xəstəxanası",
        "Bərpa və Reabilitasiya Mərkəzi"
    };
    private static final String[] DIAGNOSES = {"I10", "E11.9", "M54.5", "J45.0", "K29.5", "G40.9", "H90.3"};
    private static final int OVER_AFTER_DAYS = 180;
    private static final String[] INJURIES = {"S88.1", "T92.6", "S78.9", "F43.1"};

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        if (!citizen.alive()) {
            return;
        }
        Facts.Disability disability = Impairment.of(citizen);
        List<Facts.MedicalReferral> referrals = new ArrayList<>(2);
        if (citizen.has(Trait.REFERRED)) {
            referrals.add(referral(
                    citizen,
                    "general referral",
                    citizen.chance("sanatorium", 3_000) ? "SANATORIUM" : "TREATMENT",
                    disability,
                    citizen.draw("referred", 350)));
        }
        Facts.Rehabilitation plan = DisabilityRegister.rehabilitation(citizen, disability);
        if (plan != null && !plan.devices().get(0).equals("HEARING_AID")) {
            int most = Days.NOW - (int) plan.from().toEpochDay();
            referrals.add(referral(
                    citizen,
                    "device referral",
                    plan.devices().get(0),
                    disability,
                    citizen.draw("device referred", Math.max(1, Math.min(700, most)))));
        }
        sheet.add("medicalReferral", referrals);
    }

    private static Facts.MedicalReferral referral(
            Inhabitant citizen, String paper, String kind, Facts.Disability disability, int daysAgo) {
        String diagnosis = citizen.pick("diagnosis", Impairment.byWar(disability) ? INJURIES : DIAGNOSES);
        return new Facts.MedicalReferral(
                citizen.serial(paper, 8),
                kind,
                status(citizen, paper, daysAgo),
                diagnosis,
                null,
                Days.date(Math.max(citizen.birth, Days.NOW - daysAgo)),
                citizen.pick("facility", FACILITIES));
    }

    /** A device is waited for; a course of treatment is over after some months, and a few were called off. */
    private static String status(Inhabitant citizen, String paper, int daysAgo) {
        return paper.equals("device referral") || daysAgo < OVER_AFTER_DAYS
                ? "ACTIVE"
                : citizen.chance("called off", 1_000) ? "REVOKED" : "COMPLETED";
    }
}
