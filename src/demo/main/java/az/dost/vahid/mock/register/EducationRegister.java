package az.dost.vahid.mock.register;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.MartyrFamily;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Role;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Trait;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** {@code education}: pupils, students and the degrees of the living; school years of older citizens are on paper. */
final class EducationRegister implements Register {
    private static final int OLDEST_SCHOOL_RECORD = 45;
    /** University and programme. */
    private static final String[][] PROGRAMMES = {
        {"Bakı Dövlət Universiteti", "Hüquqşünaslıq"},
        {"Bakı Dövlət Universiteti", "Jurnalistika"},
        {"Azərbaycan Texniki Universiteti", "Kompüter elmləri"},
        {"Azərbaycan Memarlıq və İnşaat Universiteti", "Tikinti mühəndisliyi"},
        {"Azərbaycan Tibb Universiteti", "Müalicə işi"},
        {"Azərbaycan Dövlət İqtisad Universiteti", "İqtisadiyyat"},
        {"Gəncə Dövlət Universiteti", "Pedaqogika"},
        {"Sumqayıt Dövlət Universiteti", "Psixologiya"}
    };

    private static final String[] CRAFTS = {"Elektrik", "Aşpazlıq", "Qaynaqçı", "Çilingər", "Dərzi"};

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        if (citizen.alive() && citizen.reached(6)) {
            sheet.add("education", studies(citizen));
        }
    }

    private static List<Facts.Education> studies(Inhabitant citizen) {
        if (!citizen.reached(18)) {
            return List.of(school(citizen, false));
        }
        List<Facts.Education> newestFirst = new ArrayList<>(3);
        if (citizen.has(Trait.HIGHER_EDUCATION)) {
            if (citizen.reached(22) && citizen.has(Trait.MASTERS_DEGREE)) {
                newestFirst.add(degree(citizen, "MASTER", 24));
            }
            newestFirst.add(degree(citizen, "BACHELOR", 22));
        } else if (citizen.has(Trait.VOCATIONAL_EDUCATION)) {
            newestFirst.add(study(
                    citizen,
                    citizen.home().place.region() + " Peşə Təhsil Mərkəzi",
                    "VOCATIONAL",
                    citizen.pick("craft", CRAFTS),
                    20));
        }
        if (!citizen.reached(OLDEST_SCHOOL_RECORD)) {
            newestFirst.add(school(citizen, true));
        }
        return newestFirst;
    }

    private static Facts.Education school(Inhabitant citizen, boolean completed) {
        return new Facts.Education(
                1 + citizen.draw("school", 300) + " nömrəli tam orta məktəb",
                "SECONDARY",
                "Ümumi təhsil",
                completed ? academicYear(citizen, 18) : thisYear(),
                completed ? "COMPLETED" : "STUDYING",
                false);
    }

    private static Facts.Education degree(Inhabitant citizen, String level, int age) {
        String[] programme = citizen.pick("programme", PROGRAMMES);
        return study(citizen, programme[0], level, programme[1], age);
    }

    private static Facts.Education study(
            Inhabitant citizen, String institution, String level, String programme, int age) {
        boolean completed = citizen.reached(age);
        boolean waiver = citizen.kin.plan.displaced() || MartyrFamily.of(citizen) != null && citizen.role == Role.CHILD;
        return new Facts.Education(
                institution,
                level,
                programme,
                completed ? academicYear(citizen, age) : thisYear(),
                completed ? "COMPLETED" : "STUDYING",
                waiver);
    }

    /** Studies begin on 15 September. */
    private static String thisYear() {
        int begun = LocalDate.now(Baku.CLOCK).minusMonths(8).minusDays(14).getYear();
        return begun + "/" + (begun + 1);
    }

    private static String academicYear(Inhabitant citizen, int age) {
        int year = citizen.birthDate().getYear() + age;
        return year - 1 + "/" + year;
    }
}
