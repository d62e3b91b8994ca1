package az.dost.vahid.mock.population;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The citizens of the mock agencies, computed from a number and never stored. */
public interface Population {
    /** How many citizens there are; their numbers are {@code 0 .. size()-1}. */
    int size();

    /** The FIN of a citizen: a reversible scramble of the number, the fixed FIN for a persona. */
    String fin(int number);

    /** The number behind a FIN, empty where no register knows the person. */
    OptionalInt number(String fin);

    /**
     * What one agency holds on one citizen, by canonical fact name: a record of {@link Facts} or a list of them. Empty
     * when the agency has no record. Facts that the agency merely confirms are in it too ({@code identity} as
     * {@link Facts.Names}, and so on); where registers disagree each agency gets its own version.
     */
    Map<String, Object> facts(String agency, int number);

    /** The numbers of all citizens on whom the agency holds a record, in ascending order. */
    IntStream members(String agency);
}
