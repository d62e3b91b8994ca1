package az.dost.vahid.edge.start;

import az.dost.vahid.logging.HiddenSecrets;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperty;

/**
 * Says in plain words why the start failed (see {@link StartFault}), without a stack trace unless somebody asks for it.
 */
final class StartFailureReport implements FailureAnalyzer, FailureAnalysisReporter {
    /** A property of the JVM, since settings may be what cannot be read. */
    static final String TRACE = "vahid.start.trace";

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        // Spring Boot's own report; before a file of settings is read, only this stops it.
        LoggingSystem.get(StartFailureReport.class.getClassLoader())
                .setLogLevel("org.springframework.boot.diagnostics", LogLevel.OFF);
        return new FailureAnalysis(StartFault.of(failure), null, failure);
    }

    @Override
    public void report(FailureAnalysis analysis) {
        String told = "Vahid cannot start: " + HiddenSecrets.in(analysis.getDescription());
        if (System.getProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName()) != null) {
            // Whoever reads lines of JSON finds it among them.
            LoggerFactory.getLogger(StartFailureReport.class).error(told);
        } else {
            System.err.println(told);
        }
        if (Boolean.getBoolean(TRACE)) {
            analysis.getCause().printStackTrace();
        }
    }
}
