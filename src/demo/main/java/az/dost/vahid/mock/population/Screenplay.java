package az.dost.vahid.mock.population;

import static az.dost.vahid.mock.population.Days.NEVER;
import static az.dost.vahid.mock.population.Role.CHILD;
import static az.dost.vahid.mock.population.Role.FATHER;
import static az.dost.vahid.mock.population.Role.GRANDPARENT;
import static az.dost.vahid.mock.population.Role.MOTHER;
import static az.dost.vahid.mock.population.Sex.FEMALE;
import static az.dost.vahid.mock.population.Sex.MALE;
import static az.dost.vahid.mock.population.Trait.*;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lives of the personas and their families, written down. */
final class Screenplay {
    private static final Set<Trait> IN_HARMONY =
            Set.of(NAME_DIFFERS_AT_CIVIL_STATUS, NAME_DIFFERS_AT_MOBILISATION, ADDRESS_DIFFERS, MARTYR_DIFFERS);
    private static final Place BARDA = Place.named("Bərdə");
    private static final Place GOYCHAY = Place.named("Göyçay");
    private static final Place YASAMAL = Place.named("Yasamal");

    static List<Part> parts() {
        return List.of(
                martyrsWidow(),
                warVeteran(),
                displacedUnemployed(),
                underGuardianship(),
                addressDisagrees(),
                deadAndAlive(),
                foreigner(),
                newborn(),
                motherOfSix());
    }

    private static Part martyrsWidow() {
        KinPlan plan = new KinPlan(
                Nation.AZE,
                BARDA,
                true,
                true,
                Days.of(2010, 8, 21),
                NEVER,
                War.PATRIOTIC,
                List.of(
                        new Seat(FATHER, MALE, Days.of(1985, 3, 14), Days.of(2020, 10, 17)),
                        living(MOTHER, FEMALE, 1988, 7, 2),
                        living(CHILD, MALE, 2012, 5, 9),
                        living(CHILD, FEMALE, 2016, 11, 23),
                        living(GRANDPARENT, FEMALE, 1959, 2, 11)));
        Set<Trait> traits = Set.of(
                EMPLOYED,
                VEHICLE_OWNER,
                LAND_OWNER,
                TAXPAYER,
                FARMER,
                HIGHER_EDUCATION,
                MASTERS_DEGREE,
                DISABLED,
                REHABILITATED,
                REFERRED,
                QUEUED,
                LEGAL_AID,
                EXTENDED_COVER);
        Set<Trait> not = Set.of(
                SEVERE,
                MODERATE,
                DISABLED_FROM_CHILDHOOD,
                NAME_DIFFERS_AT_CIVIL_STATUS,
                NAME_DIFFERS_AT_MOBILISATION,
                ADDRESS_DIFFERS,
                MARTYR_DIFFERS);
        return new Part(
                Personas.MARTYRS_WIDOW,
                1,
                plan,
                new Script(Map.of(0, Set.of(ESTATE), 1, traits), Map.of(0, Set.of(HOME_OWNER), 1, not)));
    }

    private static Part warVeteran() {
        KinPlan plan = family(
                GOYCHAY,
                false,
                living(FATHER, MALE, 1990, 6, 5),
                living(MOTHER, FEMALE, 1993, 4, 17),
                Days.of(2015, 9, 12),
                living(CHILD, FEMALE, 2017, 1, 30),
                living(CHILD, MALE, 2019, 8, 8),
                living(GRANDPARENT, MALE, 1964, 12, 1));
        return persona(
                Personas.WAR_VETERAN,
                0,
                plan,
                Set.of(
                        SERVED,
                        FOUGHT,
                        WOUNDED,
                        DISABLED_BY_WAR,
                        SEVERE,
                        REHABILITATED,
                        REFERRED,
                        QUEUED,
                        VEHICLE_OWNER,
                        EXTENDED_COVER));
    }

    private static Part displacedUnemployed() {
        KinPlan plan = family(
                YASAMAL,
                true,
                living(FATHER, MALE, 1980, 10, 3),
                living(MOTHER, FEMALE, 1983, 2, 25),
                Days.of(2006, 7, 1),
                living(CHILD, MALE, 2008, 3, 19),
                living(CHILD, FEMALE, 2013, 9, 5),
                living(GRANDPARENT, FEMALE, 1954, 6, 14));
        Set<Trait> not = Set.of(
                EMPLOYED,
                SERVED,
                DISABLED,
                NAME_DIFFERS_AT_CIVIL_STATUS,
                NAME_DIFFERS_AT_MOBILISATION,
                ADDRESS_DIFFERS);
        return new Part(
                Personas.DISPLACED_UNEMPLOYED,
                0,
                plan,
                new Script(Map.of(0, Set.of(WORKED_BEFORE, UNEMPLOYED, LOW_INCOME)), Map.of(0, not)));
    }

    private static Part underGuardianship() {
        KinPlan plan = family(
                YASAMAL,
                false,
                living(FATHER, MALE, 1972, 1, 20),
                living(MOTHER, FEMALE, 1975, 5, 28),
                Days.of(1999, 10, 16),
                living(CHILD, MALE, 2001, 4, 4),
                living(CHILD, FEMALE, 2005, 11, 11),
                living(GRANDPARENT, FEMALE, 1949, 3, 8));
        return persona(
                Personas.UNDER_GUARDIANSHIP,
                2,
                plan,
                Set.of(DISABLED, DISABLED_FROM_CHILDHOOD, SEVERE, WARD, REHABILITATED, DAY_CENTRE));
    }

    private static Part addressDisagrees() {
        KinPlan plan = family(
                GOYCHAY,
                false,
                living(FATHER, MALE, 1978, 8, 30),
                living(MOTHER, FEMALE, 1981, 12, 12),
                Days.of(2004, 6, 5),
                living(CHILD, MALE, 2006, 2, 1),
                living(CHILD, FEMALE, 2010, 7, 7),
                living(GRANDPARENT, FEMALE, 1953, 9, 18));
        return new Part(
                Personas.ADDRESS_DISAGREES,
                4,
                plan,
                new Script(Map.of(4, Set.of(ADDRESS_DIFFERS)), Map.of(4, Set.of(NAME_DIFFERS_AT_CIVIL_STATUS))));
    }

    private static Part deadAndAlive() {
        KinPlan plan = family(
                BARDA,
                false,
                living(FATHER, MALE, 1974, 4, 23),
                living(MOTHER, FEMALE, 1977, 10, 9),
                Days.of(2000, 5, 20),
                living(CHILD, FEMALE, 2002, 3, 3),
                living(CHILD, MALE, 2007, 6, 27),
                new Seat(GRANDPARENT, MALE, Days.of(1946, 1, 15), Days.of(2025, 12, 9)));
        return persona(Personas.DEAD_AND_ALIVE, 4, plan, Set.of(PENSIONS_UNAWARE_OF_DEATH));
    }

    private static Part foreigner() {
        KinPlan plan = new KinPlan(
                Nation.TUR,
                YASAMAL,
                false,
                false,
                Days.of(2011, 6, 18),
                NEVER,
                null,
                List.of(
                        living(FATHER, MALE, 1984, 11, 2),
                        living(MOTHER, FEMALE, 1987, 1, 9),
                        living(CHILD, FEMALE, 2013, 4, 21),
                        living(CHILD, MALE, 2018, 10, 30),
                        living(GRANDPARENT, FEMALE, 1957, 8, 6)));
        return persona(Personas.FOREIGNER, 0, plan, Set.of(EMPLOYED, VEHICLE_OWNER));
    }

    private static Part newborn() {
        KinPlan plan = family(
                YASAMAL,
                false,
                living(FATHER, MALE, 1996, 2, 13),
                living(MOTHER, FEMALE, 1998, 6, 22),
                Days.of(2021, 9, 4),
                living(CHILD, MALE, 2023, 5, 15),
                living(CHILD, FEMALE, 2026, 10, 12),
                living(GRANDPARENT, FEMALE, 1970, 4, 10));
        return persona(Personas.NEWBORN, 3, plan, Set.of());
    }

    /**
     * She works, and has borne six; the youngest is a few days old. The loner has the seat of a smaller family's last
     * member, whose own door no child has.
     */
    private static Part motherOfSix() {
        KinPlan plan = new KinPlan(
                Nation.AZE,
                GOYCHAY,
                false,
                true,
                Days.of(2008, 6, 14),
                NEVER,
                null,
                List.of(
                        living(FATHER, MALE, 1984, 9, 3),
                        living(MOTHER, FEMALE, 1987, 5, 19),
                        living(CHILD, FEMALE, 2009, 7, 22),
                        living(CHILD, MALE, 2011, 10, 2),
                        living(Role.LONER, MALE, 1979, 3, 11),
                        living(CHILD, FEMALE, 2014, 1, 17),
                        living(CHILD, MALE, 2017, 4, 28),
                        living(CHILD, FEMALE, 2020, 12, 6),
                        living(CHILD, MALE, 2026, 10, 20),
                        living(GRANDPARENT, FEMALE, 1958, 8, 8)));
        Set<Trait> not = Set.of(
                NAME_DIFFERS_AT_CIVIL_STATUS, NAME_DIFFERS_AT_MOBILISATION, ADDRESS_DIFFERS, LOW_INCOME, DISABLED);
        return new Part(null, 1, plan, new Script(Map.of(1, Set.of(EMPLOYED)), Map.of(1, not)));
    }

    /** Loners who fill the numbers up where a population's size is no multiple of a kin's. */
    static KinPlan understudies() {
        Seat loner = living(Role.LONER, FEMALE, 1990, 1, 1);
        return new KinPlan(Nation.AZE, YASAMAL, false, false, NEVER, NEVER, null, Collections.nCopies(Kin.SIZE, loner));
    }

    private static Part persona(Personas persona, int seat, KinPlan plan, Set<Trait> traits) {
        return new Part(persona, seat, plan, new Script(Map.of(seat, traits), Map.of(seat, IN_HARMONY)));
    }

    private static KinPlan family(
            Place place,
            boolean displaced,
            Seat father,
            Seat mother,
            int marriage,
            Seat first,
            Seat second,
            Seat grandparent) {
        return new KinPlan(
                Nation.AZE,
                place,
                displaced,
                true,
                marriage,
                NEVER,
                null,
                List.of(father, mother, first, second, grandparent));
    }

    private static Seat living(Role role, Sex sex, int year, int month, int day) {
        return new Seat(role, sex, Days.of(year, month, day), NEVER);
    }

    private Screenplay() {}
}
