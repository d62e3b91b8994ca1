package az.dost.vahid.start;

import az.dost.vahid.problem.StartException;
import java.io.ObjectInputFilter;

/** No Java object is made of bytes anywhere in the process, whichever library would: none of Vahid's has a use for it. */
public final class NoObjects {
    private static final ObjectInputFilter NONE = ObjectInputFilter.Config.createFilter("!*");

    /** @throws StartException when the process was started with another filter, which cannot be replaced */
    public static synchronized void filter() {
        ObjectInputFilter present = ObjectInputFilter.Config.getSerialFilter();
        if (present == null) {
            ObjectInputFilter.Config.setSerialFilter(NONE);
        } else if (present != NONE) {
            throw new StartException("Remove -Djdk.serialFilter: Vahid sets its own, which lets no class in");
        }
    }

    private NoObjects() { }
}
