package az.dost.vahid;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.logging.HiddenSecrets;
import az.dost.vahid.problem.StartException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;

/** Says in plain words why the start failed: one line, or one line for each definition error. */
final class StartFailureReport implements FailureAnalyzer, FailureAnalysisReporter {
    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException port) {
                return new FailureAnalysis("Port " + port.getPort() + " is taken: set server.port to another one", null, failure);
            }
            if (cause instanceof StartException || cause instanceof DefinitionException) {
                return new FailureAnalysis(cause.getMessage(), null, failure);
            }
        }
        return null;
    }

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("Vahid cannot start: " + HiddenSecrets.in(analysis.getDescription())
                + (analysis.getAction() == null ? "" : " " + analysis.getAction()));
    }
}
