package az.dost.vahid.rights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * Some of the people, who are counted together.
 *
 * @param name a region, or a code
 */
record Group(By by, String name) implements Comparable<Group> {
    static final String OTHER = "OTHER";
    static final Group ALL = new Group(By.ALL, "ALL");
    private static final String UNKNOWN = "UNKNOWN";
    private static final String REGION = "address.region";
    private static final String SEX = "identity.sex";
    private static final String DISABLED = "disability." + Vocabulary.RECORDED;
    private static final String PERCENT_FROM = "disability.percentFrom";
    private static final String PERCENT_TO = "disability.percentTo";
    /** Places of facts that say in which groups somebody is. */
    static final List<String> READS = List.of(REGION, SEX, Right.BORN, PERCENT_FROM, PERCENT_TO);

    private static final Comparator<Group> ORDER =
            Comparator.comparing(Group::by).thenComparing(Group::name);
    /** First ages of the bands, as reports have them. */
    private static final List<Integer> AGES = List.of(0, 18, 30, 45, 60, 70);

    /** By what people are told apart. */
    enum By {
        ALL,
        REGION,
        SEX,
        AGE,
        DISABILITY
    }

    /** Every group that a person is in, one of each kind. */
    static List<Group> of(DossierFacts facts, LocalDate day) {
        return List.of(
                ALL,
                new Group(By.REGION, text(facts.known(REGION))),
                new Group(By.SEX, text(facts.known(SEX))),
                new Group(By.AGE, age(facts.known(Right.BORN), day)),
                new Group(By.DISABILITY, disability(facts)));
    }

    private static String text(Object value) {
        return value instanceof String text ? text : UNKNOWN;
    }

    private static String age(Object born, LocalDate day) {
        if (!(born instanceof LocalDate birth) || birth.isAfter(day)) {
            return UNKNOWN;
        }
        long years = ChronoUnit.YEARS.between(birth, day);
        int band = AGES.size() - 1;
        while (AGES.get(band) > years) {
            band--;
        }
        return band == AGES.size() - 1 ? AGES.get(band) + "+" : AGES.get(band) + "-" + (AGES.get(band + 1) - 1);
    }

    private static String disability(DossierFacts facts) {
        if (Boolean.FALSE.equals(facts.known(DISABLED))) {
            return "NONE";
        }
        return facts.known(PERCENT_FROM) instanceof BigDecimal from && facts.known(PERCENT_TO) instanceof BigDecimal to
                ? from + "-" + to
                : UNKNOWN;
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
