package az.dost.vahid.journeys.admission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What operators should look at of partners: applications that wait, and whose keys changed of late. A partner whose
 * new key is not his own hears of it by them, whatever that key does to his webhook.
 */
public final class PartnerOutlook {
    private static final Duration LATELY = Duration.ofDays(7);
    private final Applications applications;
    private final AdmittedPartners partners;
    private final Clock clock;

    PartnerOutlook(Applications applications, AdmittedPartners partners, Clock clock) {
        this.applications = applications;
        this.partners = partners;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DataAccessException while the database is away */
    public ObjectNode json() {
        List<Admitted> all = partners.all();
        return JsonNodeFactory.instance
                .objectNode()
                .put("applications", applications.waiting())
                .put("newKeys", lately(all, "keyAdded"))
                .put("endedKeys", lately(all, "keyEnded"));
    }

    private long lately(List<Admitted> all, String name) {
        Instant since = clock.instant().minus(LATELY);
        return all.stream().filter(one -> after(one, name, since)).count();
    }

    private static boolean after(Admitted partner, String name, Instant since) {
        return partner.content().has(name)
                && Instant.parse(partner.content().path(name).asText()).isAfter(since);
    }
}
