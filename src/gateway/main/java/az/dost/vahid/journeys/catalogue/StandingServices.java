package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.definition.StandingDefinitions;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.passport.list.ServiceList;
import az.dost.vahid.passport.list.ServiceListReader;
import org.springframework.core.io.Resource;

/** The catalogue that counts now; its file may change while the gateway runs. */
public final class StandingServices {
    private final StandingDefinitions<ServiceList> standing;

    StandingServices(Resource file, ServiceListReader reader, Troubles troubles) {
        this.standing = StandingDefinitions.of("catalogue", file, reader::read, troubles);
    }

    ServiceList now() {
        return standing.now();
    }

    /** Reads the file again if it has changed. */
    public void refresh() {
        standing.refresh();
    }
}
