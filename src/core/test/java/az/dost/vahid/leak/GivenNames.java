package az.dost.vahid.leak;

import java.util.function.BiConsumer;

/**
 * Names that a running system gives, such as those of queues; {@code META-INF/services} of test resources names them.
 */
public interface GivenNames {
    /** @param look takes what has the name, and the name */
    void each(BiConsumer<String, String> look);
}
