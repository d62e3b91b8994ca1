package az.dost.vahid.sources.ingest;

import az.dost.vahid.drop.DropName;
import az.dost.vahid.drop.DropPostponed;
import az.dost.vahid.sources.ingest.drop.Backlog;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells progress and backlog of one agency what its journey is at. */
final class DropEnd {
    private static final Logger LOG = LoggerFactory.getLogger(DropEnd.class);
    private final String agency;
    private final LoadProgress progress;
    private final Backlog backlog;
    private String told = "";

    DropEnd(String agency, LoadProgress progress, Backlog backlog) {
        this.agency = agency;
        this.progress = progress;
        this.backlog = backlog;
    }

    void start(DropName name) {
        progress.start(name.name());
    }

    void done(DropName name, LoadOutcome outcome) {
        progress.end(name.name(), outcome.what(), outcome.rows());
        backlog.handled(agency);
    }

    void postponed(String name, Exception cause) {
        // The text of a fault of our own may quote a row.
        String why = cause instanceof DropPostponed || cause instanceof IOException
                ? cause.getMessage()
                : cause.getClass().getName() + " at " + cause.getStackTrace()[0];
        if (!told.equals(name + why)) {
            told = name + why;
            LOG.warn("{} of {} stays where it is and is tried again: {}", name, agency, why);
        }
    }

    void stop() {
        progress.stop();
    }
}
