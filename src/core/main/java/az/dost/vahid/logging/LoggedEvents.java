package az.dost.vahid.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts what is logged, by level: the meter {@code logback.events}, as Micrometer names it. Micrometer's own counts in
 * a turbo filter, before it is known that nothing will be logged: then each of the traces that Camel does not write
 * makes an array, and a call has hundreds of them.
 */
final class LoggedEvents extends UnsynchronizedAppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final List<Level> LEVELS = List.of(Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG, Level.TRACE);
    private final Map<Level, Counter> counters;
    private final Logger root;

    /** Counts from now on until it is closed. */
    LoggedEvents(MeterRegistry meters, LoggerContext logs) {
        counters = LEVELS.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        level -> Counter.builder("logback.events")
                                .tag("level", level.toString().toLowerCase(Locale.ROOT))
                                .description("Number of log events that were enabled by the effective log level")
                                .baseUnit("events")
                                .register(meters)));
        root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        setName(LoggedEvents.class.getName());
        setContext(logs);
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        counters.get(event.getLevel()).increment();
    }

    @Override
    public void close() {
        root.detachAppender(this);
    }
}
