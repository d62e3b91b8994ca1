package az.dost.vahid.journeys.admission;

import az.dost.vahid.definition.MoreDefinitions;
import az.dost.vahid.definition.ReleasedDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** What partners who came in by themselves add to the files of one kind. */
final class ReleasedPartners implements MoreDefinitions {
    private static final Logger LOG = LoggerFactory.getLogger(ReleasedPartners.class);
    private final AdmittedPartners partners;
    private final Function<Admitted, Optional<ReleasedDefinition>> form;
    private List<ReleasedDefinition> known = List.of();

    /** @param form of this kind; empty for a partner who adds none */
    ReleasedPartners(AdmittedPartners partners, Function<Admitted, Optional<ReleasedDefinition>> form) {
        this.partners = partners;
        this.form = form;
    }

    @Override
    public synchronized List<ReleasedDefinition> now() {
        try {
            known = partners.all().stream().map(form).flatMap(Optional::stream).toList();
        } catch (DataAccessException e) {
            LOG.debug("Partners stay as they were: the database is away", e);
        }
        return known;
    }
}
