package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Cast;
import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Kin;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Sheet;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A {@link Population} in which nothing is stored: each call draws the citizen's kin anew from the number.
 *
 * <p>Kins of five share a family, names, addresses and wars; every agency's register derives its facts from the same
 * lives, and a few of them deliberately say something else. The last numbers belong to the families of the
 * {@link Personas}, and to that of a mother of six. Immutable and safe for use by many threads.
 */
public final class ComputedPopulation implements Population {
    public static final int DEFAULT_SIZE = 2_000_000;
    public static final int SMALLEST = 1_000;
    /** The day on which all facts stand, local to Azerbaijan; the population does not age. */
    public static final LocalDate TODAY = Days.TODAY;

    private static final Map<String, Register> REGISTERS = Map.ofEntries(
            Map.entry("identity-register", new IdentityRegister()),
            Map.entry("traffic-police", new TrafficPoliceRegister()),
            Map.entry("civil-status", new CivilStatusRegister()),
            Map.entry("notary", new NotaryRegister()),
            Map.entry("pensions", new PensionRegister()),
            Map.entry("disability", new DisabilityRegister()),
            Map.entry("employment", new EmploymentRegister()),
            Map.entry("social-services", new SocialServicesRegister()),
            Map.entry("defence", new DefenceRegister()),
            Map.entry("mobilisation", new MobilisationRegister()),
            Map.entry("health", new HealthRegister()),
            Map.entry("health-insurance", new HealthInsuranceRegister()),
            Map.entry("education", new EducationRegister()),
            Map.entry("tax", new TaxRegister()),
            Map.entry("property", new PropertyRegister()),
            Map.entry("displaced-persons", new DisplacedRegister()),
            Map.entry("migration", new MigrationRegister()),
            Map.entry("agriculture", new AgricultureRegister()),
            Map.entry("state-insurance", new StateInsuranceRegister()),
            Map.entry("local-executive", new LocalExecutiveRegister()));

    private final int size;
    /** How many numbers are ids of ordinary citizens: whole kins, so that nobody has relatives beyond the end. */
    private final int ordinary;

    /** @throws IllegalArgumentException for a size below {@link #SMALLEST} or above ten million */
    public ComputedPopulation(int size) {
        if (size < SMALLEST || size > Cast.FIRST_ID) {
            throw new IllegalArgumentException("A population has " + SMALLEST + " to " + Cast.FIRST_ID + " citizens");
        }
        this.size = size;
        ordinary = (size - Cast.COUNT) / Kin.SIZE * Kin.SIZE;
    }

    /** The ids of the twenty agencies that have a register. */
    public static Set<String> agencies() {
        return REGISTERS.keySet();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String fin(int number) {
        return Cast.fin(id(number));
    }

    @Override
    public OptionalInt number(String fin) {
        int id = Cast.id(fin);
        int number = id < Cast.FIRST_ID ? id : ordinary + id - Cast.FIRST_ID;
        boolean exists = number >= 0 && number < size && id(number) == id;
        return exists ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** @throws IllegalArgumentException for an agency without a register */
    @Override
    public Map<String, Object> facts(String agency, int number) {
        Sheet sheet = new Sheet();
        register(agency).report(Kin.citizen(id(number)), sheet);
        return sheet.facts();
    }

    /** @throws IllegalArgumentException for an agency without a register */
    @Override
    public IntStream members(String agency) {
        Register register = register(agency);
        return IntStream.iterate(0, first -> first < size, first -> first + Kin.SIZE)
                .mapMulti((first, found) -> {
                    Kin kin = Kin.of(id(first) / Kin.SIZE);
                    for (int seat = 0; seat < Kin.SIZE && first + seat < size; seat++) {
                        Sheet sheet = new Sheet();
                        register.report(kin.member(id(first + seat)), sheet);
                        if (!sheet.isEmpty()) {
                            found.accept(first + seat);
                        }
                    }
                });
    }

    private static Register register(String agency) {
        Register register = REGISTERS.get(agency);
        if (register == null) {
            throw new IllegalArgumentException("No register of an agency " + agency);
        }
        return register;
    }

    private int id(int number) {
        if (number < 0 || number >= size) {
            throw new IllegalArgumentException("No citizen has the number " + number);
        }
        return number < ordinary ? number : Cast.FIRST_ID + number - ordinary;
    }
}
