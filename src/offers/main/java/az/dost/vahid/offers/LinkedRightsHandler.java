package az.dost.vahid.offers;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.linked.Graph;
import az.dost.vahid.linked.LinkedForm;
import az.dost.vahid.rights.Rights;
import az.dost.vahid.signature.key.Sha256;
import az.dost.vahid.wordbook.Wordbook;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * The rights on which this gateway acts as linked data, {@code contracts/offers.openapi.yaml}. It names nobody. It is
 * written once for as long as no connector changes; rights are read at the start.
 */
public final class LinkedRightsHandler {
    private final Rights rights;
    private final Catalogue connectors;
    private final String address;
    private volatile Written written;

    /** @param connectors version of all of them together */
    private record Written(String connectors, Map<LinkedForm, Body> bodies) {}

    /** @param etag quoted */
    private record Body(byte[] bytes, String etag) {}

    LinkedRightsHandler(Rights rights, Catalogue connectors, String address) {
        this.rights = rights;
        this.connectors = connectors;
        this.address = address;
    }

    /** JSON-LD, where the caller does not like Turtle better. */
    public void list(Exchange exchange) {
        LinkedForm form = LinkedForm.wanted(exchange.getMessage().getHeader("Accept", String.class), List.of())
                .orElse(LinkedForm.JSON_LD);
        Body body = now().bodies().get(form);
        HttpAnswer.kept(exchange.getMessage(), form.mediaType(), body.bytes(), body.etag());
        HttpAnswer.varies(exchange.getMessage());
    }

    private Written now() {
        String version = connectors.version();
        Written last = written;
        if (last == null || !last.connectors().equals(version)) {
            Graph graph = rights.graph(address, Wordbook.builtIn(), connectors::name);
            Map<LinkedForm, Body> bodies = new EnumMap<>(LinkedForm.class);
            for (LinkedForm form : LinkedForm.values()) {
                byte[] bytes = form.bytes(graph);
                bodies.put(form, new Body(bytes, '"' + Sha256.hex(bytes) + '"'));
            }
            last = new Written(version, bodies);
            written = last;
        }
        return last;
    }
}
