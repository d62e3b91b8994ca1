package az.dost.vahid.leak;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;

/** Looks at every log line as it is written: its text, what was thrown, its thread's name and its context. */
public final class LogCapture extends AppenderBase<ILoggingEvent> {
    private final Leaks leaks;

    /** For {@code logback-test.xml}. */
    public LogCapture() {
        this(Leaks.SUITE);
    }

    LogCapture(Leaks leaks) {
        this.leaks = leaks;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String logger = "The log line of " + event.getLoggerName();
        leaks.look(logger, event.getFormattedMessage());
        leaks.look(logger + " by its thread", event.getThreadName());
        event.getMDCPropertyMap().forEach((key, value) -> leaks.look(logger + " by its context " + key, value));
        int depth = 0;
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null && depth < 20; cause = cause.getCause()) {
            leaks.look(logger + " by " + cause.getClassName(), cause.getMessage());
            depth++;
        }
    }
}
