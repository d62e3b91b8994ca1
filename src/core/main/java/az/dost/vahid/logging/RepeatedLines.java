package az.dost.vahid.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A warning or an error that differs from an earlier one in numbers and ids alone is written once a minute. Every
 * consumer and every timer that needs a broker warns with each attempt while it is away, hundreds of lines a second by
 * all their libraries together; {@link LoggedEvents} counts them all.
 */
final class RepeatedLines extends Filter<ILoggingEvent> implements AutoCloseable {
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST = 1_000;
    private static final int COMPARED = 300;
    private final LongSupplier nanos;
    private final List<OutputStreamAppender<ILoggingEvent>> filtered = new ArrayList<>();
    /** When a line was last written; the one that is longest ago goes when there is no room. */
    private final Map<String, Long> written = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    RepeatedLines(LongSupplier nanos) {
        this.nanos = nanos;
        start();
    }

    /** Filters, until it is closed, what goes to the console and to files. */
    static RepeatedLines in(LoggerContext logs) {
        RepeatedLines filter = new RepeatedLines(System::nanoTime);
        filter.setContext(logs);
        logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(filter::add);
        return filter;
    }

    private void add(Appender<ILoggingEvent> appender) {
        if (appender instanceof OutputStreamAppender<ILoggingEvent> writer) {
            writer.addFilter(this);
            filtered.add(writer);
        }
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getLevel().isGreaterOrEqual(Level.WARN) && again(event) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private boolean again(ILoggingEvent event) {
        String line = compared(event);
        long now = nanos.getAsLong();
        synchronized (written) {
            Long before = written.get(line);
            if (before != null && now - before < QUIET_NANOS) {
                return true;
            }
            written.remove(line);
            written.put(line, now);
            return false;
        }
    }

    /** Without words that have a digit: numbers, ids, times. */
    private static String compared(ILoggingEvent event) {
        String message = String.valueOf(event.getFormattedMessage());
        StringBuilder line = new StringBuilder(event.getLoggerName()).append(' ');
        int word = line.length();
        boolean digit = false;
        for (int i = 0; i < message.length() && i < COMPARED; i++) {
            char c = message.charAt(i);
            digit |= Character.isDigit(c);
            if (c != '-' && !Character.isLetterOrDigit(c)) {
                line.setLength(digit ? word : line.length());
                word = line.length() + 1;
                digit = false;
            }
            line.append(c);
        }
        line.setLength(digit ? word : line.length());
        return line.toString();
    }

    @Override
    public void close() {
        for (OutputStreamAppender<ILoggingEvent> writer : filtered) {
            List<Filter<ILoggingEvent>> others = writer.getCopyOfAttachedFiltersList();
            writer.clearAllFilters();
            others.stream().filter(other -> other != this).forEach(writer::addFilter);
        }
    }
}
