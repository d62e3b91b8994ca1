package az.dost.vahid.edge.start;

import az.dost.vahid.problem.StartException;
import java.io.ObjectInputFilter;

/**
 * No Java object is made of bytes anywhere in the process, whichever library would: none of Vahid's has a use for it.
 */
public final class NoObjects {
    private static final String NOTHING = "!*";

    /**
     * Made at its first use: for that Java looks for a logger in each of three hundred libraries, a quarter of the time
     * of a help.
     */
    private static final class Filter {
        static final ObjectInputFilter NONE = ObjectInputFilter.Config.createFilter(NOTHING);
    }

    /** @throws StartException when the process was started with another filter, which cannot be replaced */
    public static synchronized void filter() {
        // The launcher gives short commands this very filter: Java then sets it before it makes the first object of
        // bytes.
        if (NOTHING.equals(System.getProperty("jdk.serialFilter"))) {
            return;
        }
        ObjectInputFilter present = ObjectInputFilter.Config.getSerialFilter();
        if (present == null) {
            ObjectInputFilter.Config.setSerialFilter(Filter.NONE);
        } else if (present != Filter.NONE) {
            throw new StartException("Remove -Djdk.serialFilter: Vahid sets its own, which lets no class in");
        }
    }

    private NoObjects() {}
}
