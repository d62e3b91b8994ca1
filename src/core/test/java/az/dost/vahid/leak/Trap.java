package az.dost.vahid.leak;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.ObjectName;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.slf4j.LoggerFactory;

/**
 * Looks for one word in all that a piece of this JVM's life says of itself: every log line of every logger at its
 * finest, what is thrown anywhere, what the flight recorder sees, and management beans with their values.
 */
public final class Trap implements AutoCloseable {
    private final String word;
    private final List<String> found = Collections.synchronizedList(new ArrayList<>());
    private final Map<Logger, Level> levels = new HashMap<>();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final Logger root =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final java.util.logging.Logger jdkRoot = java.util.logging.Logger.getLogger("");
    private final java.util.logging.Level jdkLevel = jdkRoot.getLevel();
    private final Lines lines = new Lines();
    private final Handler jdkLines = new JdkLines();
    private final Recording recording;

    public Trap(String word) throws IOException, ParseException {
        this.word = word;
        root.getLoggerContext().getLoggerList().forEach(logger -> levels.put(logger, logger.getLevel()));
        // The suite's own trap reads lines of production's levels.
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        levels.keySet().forEach(logger -> logger.setLevel(Level.TRACE));
        lines.setContext(root.getLoggerContext());
        lines.start();
        root.addAppender(lines);
        jdkRoot.addHandler(jdkLines);
        jdkRoot.setLevel(java.util.logging.Level.ALL);
        recording = new Recording(Configuration.getConfiguration("profile"));
        recording.enable("jdk.JavaExceptionThrow").withStackTrace();
        recording.enable("jdk.TLSHandshake");
        recording.enable("jdk.SocketRead").withoutThreshold();
        recording.enable("jdk.SocketWrite").withoutThreshold();
        recording.start();
    }

    private void look(String where, String text) {
        if (text != null && text.contains(word)) {
            found.add(where + ": " + text);
        }
    }

    /** Management beans and threads as they are now. */
    public void lookAround() {
        Thread.getAllStackTraces().keySet().forEach(thread -> look("A thread's name", thread.getName()));
        Set<ObjectName> names = ManagementFactory.getPlatformMBeanServer().queryNames(null, null);
        names.forEach(name -> look("A management bean's name", name.toString()));
        names.stream().filter(name -> !name.getDomain().startsWith("java")).forEach(this::values);
    }

    private void values(ObjectName name) {
        try {
            for (MBeanAttributeInfo attribute : ManagementFactory.getPlatformMBeanServer()
                    .getMBeanInfo(name)
                    .getAttributes()) {
                if (attribute.isReadable()) {
                    look(
                            name + " " + attribute.getName(),
                            String.valueOf(ManagementFactory.getPlatformMBeanServer()
                                    .getAttribute(name, attribute.getName())));
                }
            }
        } catch (JMException | RuntimeException e) {
            // It has gone, or does not tell.
        }
    }

    /** Of lines, beans and threads. */
    public List<String> found() {
        return List.copyOf(found);
    }

    /** All finds, once no more can come. @param file for what the flight recorder saw */
    public List<String> found(Path file) throws IOException {
        recording.dump(file);
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                look("The flight recorder's " + event.getEventType().getName(), event.toString());
            }
        }
        return List.copyOf(found);
    }

    @Override
    public void close() {
        recording.close();
        jdkRoot.removeHandler(jdkLines);
        jdkRoot.setLevel(jdkLevel);
        root.detachAppender(lines);
        levels.forEach(Logger::setLevel);
        others.forEach(root::addAppender);
    }

    private final class Lines extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            look(event.getLoggerName(), event.getFormattedMessage());
            look(
                    event.getLoggerName() + " by its context",
                    event.getMDCPropertyMap().toString());
            look(event.getLoggerName() + " by its thread", event.getThreadName());
            look(
                    event.getLoggerName() + " by what was thrown",
                    event.getThrowableProxy() == null ? null : ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    private final class JdkLines extends Handler {
        @Override
        public void publish(LogRecord line) {
            Object[] parameters = line.getParameters();
            look(line.getLoggerName(), line.getMessage() + (parameters == null ? "" : Arrays.toString(parameters)));
            look(
                    line.getLoggerName() + " by what was thrown",
                    line.getThrown() == null ? null : line.getThrown().toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
