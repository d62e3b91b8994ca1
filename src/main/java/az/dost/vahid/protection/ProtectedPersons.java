package az.dost.vahid.protection;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.definition.DefinitionException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The persons whom nobody looks up without a named approval, by the keyed hash of their FIN. */
public final class ProtectedPersons {
    private static final Logger LOG = LoggerFactory.getLogger(ProtectedPersons.class);
    private final ProtectionFile file;
    private final Clock clock;
    private volatile Map<String, List<Approval>> persons;

    /** @throws DefinitionException with every error of the file, and when there is none: an empty list must be written down */
    ProtectedPersons(ProtectionFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        persons = file.read();
    }

    /** Reads the file again if it has changed; with an error in it everything stays as it was. */
    public void refresh() {
        if (file.changed()) {
            try {
                persons = file.read();
                LOG.info("The list of protected persons has changed; it has {} now", persons.size());
            } catch (DefinitionException e) {
                LOG.warn("The list of protected persons has changed and has errors; it stays as it was: {}", e.getMessage());
            }
        }
    }

    /** @param person keyed hash of the citizen's FIN */
    public Protection protection(String person, String requester, String official, String caseRef) {
        List<Approval> approvals = persons.get(person);
        if (approvals == null) {
            return Protection.NONE;
        }
        LocalDate today = LocalDate.now(clock.withZone(Baku.ZONE));
        return approvals.stream().anyMatch(approval -> approval.covers(requester, official, caseRef, today)) ? Protection.APPROVED
                : Protection.UNAPPROVED;
    }
}
