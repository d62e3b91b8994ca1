package az.dost.vahid.edge.start;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Says whether the JVM left the ahead-of-time cache alone that it was given: it goes on without one that is not there,
 * or that was made for another jar or another Java, and says so in words that tell nobody what to do.
 */
public final class AheadOfTime implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Logger LOG = LoggerFactory.getLogger(AheadOfTime.class);
    private static final String OPTION = "-XX:AOTCache=";
    /** A JVM that uses a cache has it among what it says of itself. */
    private static final String USED = "sharing";

    @Override
    public void initialize(ConfigurableApplicationContext gateway) {
        leftAlone(ManagementFactory.getRuntimeMXBean().getInputArguments(), System.getProperty("java.vm.info", ""))
                .ifPresent(cache -> LOG.warn(
                        "The ahead-of-time cache {} is not used: it is not there, or was made for another jar or"
                                + " another Java. The gateway runs as it does without one, and its start and first lookups"
                                + " take more processor time. Make it anew: src/packages/train",
                        cache));
    }

    /**
     * @param options of the JVM
     * @param machine what the JVM says of itself
     * @return the cache
     */
    static Optional<String> leftAlone(List<String> options, String machine) {
        return machine.contains(USED)
                ? Optional.empty()
                : options.stream()
                        .filter(option -> option.startsWith(OPTION))
                        .map(option -> option.substring(OPTION.length()))
                        .reduce((first, last) -> last);
    }
}
