package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.linked.Graph;
import az.dost.vahid.linked.LinkedForm;
import az.dost.vahid.passport.list.ServiceList;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** The whole catalogue as linked data, written once for as long as neither it nor a connector changes. */
final class LinkedCatalogue {
    private final CatalogueServices services;
    private final Catalogue connectors;
    private final Supplier<LinkedServices> linked;
    private volatile Written written;

    /** @param connectors version of all of them together */
    private record Written(ServiceList list, String connectors, Map<LinkedForm, byte[]> bodies) {
        boolean is(ServiceList now, String version) {
            return list == now && connectors.equals(version);
        }
    }

    LinkedCatalogue(CatalogueServices services, Catalogue connectors, Supplier<LinkedServices> linked) {
        this.services = services;
        this.connectors = connectors;
        this.linked = linked;
    }

    byte[] whole(LinkedForm form) {
        ServiceList now = services.list();
        String version = connectors.version();
        Written last = written;
        if (last == null || !last.is(now, version)) {
            last = new Written(now, version, bodies(linked.get().catalogue(services.all())));
            written = last;
        }
        return last.bodies().get(form);
    }

    byte[] one(LinkedForm form, CatalogueService service) {
        return form.bytes(linked.get().one(service));
    }

    private static Map<LinkedForm, byte[]> bodies(Graph graph) {
        Map<LinkedForm, byte[]> bodies = new EnumMap<>(LinkedForm.class);
        for (LinkedForm form : LinkedForm.values()) {
            bodies.put(form, form.bytes(graph));
        }
        return bodies;
    }
}
