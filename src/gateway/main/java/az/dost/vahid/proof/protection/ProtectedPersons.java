package az.dost.vahid.proof.protection;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.definition.StandingDefinitions;
import az.dost.vahid.definition.Troubles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The persons whom nobody looks up without a named approval, by the keyed hash of their FIN. */
public final class ProtectedPersons {
    private final StandingDefinitions<Map<String, List<Approval>>> persons;
    private final Clock clock;

    /**
     * @throws az.dost.vahid.definition.DefinitionException with every error of the file, and when there is none: an
     *     empty list must be written down
     */
    ProtectedPersons(ProtectionFile file, Troubles troubles, Clock clock) {
        this.persons = file.standing(troubles);
        this.clock = clock;
    }

    /** Reads the file again if it has changed; with an error in it everything stays as it was. */
    public void refresh() {
        persons.refresh();
    }

    /** @param person keyed hash of the citizen's FIN */
    public Protection protection(String person, String requester, String official, String caseRef) {
        List<Approval> approvals = persons.now().get(person);
        if (approvals == null) {
            return Protection.NONE;
        }
        LocalDate today = LocalDate.now(clock.withZone(Baku.ZONE));
        return approvals.stream().anyMatch(approval -> approval.covers(requester, official, caseRef, today))
                ? Protection.APPROVED
                : Protection.UNAPPROVED;
    }
}
