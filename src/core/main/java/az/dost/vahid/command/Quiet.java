package az.dost.vahid.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.TurboFilterList;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.logging.LoggingSystem;

/** A command's output is its own: what libraries log stays away until the command has ended. */
final class Quiet extends TurboFilter implements AutoCloseable {
    private final TurboFilterList filters = ((LoggerContext) LoggerFactory.getILoggerFactory()).getTurboFilterList();

    Quiet() {
        int before = filters.size();
        // For what logs by the JDK's logging; the silence that it adds is one until an application starts.
        LoggingSystem.get(Quiet.class.getClassLoader()).beforeInitialize();
        while (filters.size() > before) {
            filters.remove(filters.size() - 1);
        }
        filters.add(this);
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
        return FilterReply.DENY;
    }

    @Override
    public void close() {
        filters.remove(this);
    }
}
