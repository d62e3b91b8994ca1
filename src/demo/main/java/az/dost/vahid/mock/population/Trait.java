package az.dost.vahid.mock.population;

/** What may be true of a citizen, and how often it is where it can be: of ten thousand. */
public enum Trait {
    BEARS_HUSBANDS_NAME(7_000),
    MOVED_OUT(6_500),
    HOME_OWNER(7_000),
    LAND_OWNER(700),
    SHOP_OWNER(150),
    VEHICLE_OWNER(3_000),
    ESTATE(6_000),

    EMPLOYED(6_200),
    WORKED_BEFORE(6_000),
    UNEMPLOYED(1_500),
    TAXPAYER(5_000),
    FARMER(1_500),
    LOW_INCOME(600),
    HIGHER_EDUCATION(4_000),
    MASTERS_DEGREE(2_000),
    VOCATIONAL_EDUCATION(2_500),

    DISABLED(450),
    DISABLED_FROM_CHILDHOOD(1_800),
    DISABLED_BY_WAR(7_000),
    SEVERE(1_500),
    MODERATE(4_000),
    REHABILITATED(3_500),
    REFERRED(300),
    WARD(3_000),
    EXTENDED_COVER(1_200),
    HOME_CARE(800),
    DAY_CENTRE(800),
    LEGAL_AID(80),
    QUEUED(6_000),

    SERVED(1_220),
    FOUGHT(3_300),
    WOUNDED(2_000),
    HERO(40),
    DEFERRED(1_500),

    NAME_DIFFERS_AT_CIVIL_STATUS(130),
    NAME_DIFFERS_AT_MOBILISATION(80),
    ADDRESS_DIFFERS(2_000),
    MARTYR_DIFFERS(500),
    PENSIONS_UNAWARE_OF_DEATH(400),
    PENSIONS_MISDATE_DEATH(400);

    final int ofTenThousand;

    Trait(int ofTenThousand) {
        this.ofTenThousand = ofTenThousand;
    }
}
