package az.dost.vahid.journeys.admission;

import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.ClientCertificate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Takes keys whose time is over out of what is kept of partners, tells the chain, and tells the partner. Of several
 * gateways one takes a key; the others find that it has gone.
 */
public final class EndedKeys {
    private final AdmittedPartners partners;
    private final KeyNews news;
    private final ActRecord acts;
    private final Clock clock;

    EndedKeys(AdmittedPartners partners, KeyNews news, ActRecord acts, Clock clock) {
        this.partners = partners;
        this.news = news;
        this.acts = acts;
        this.clock = clock;
    }

    /** One of each partner; the next one at the next turn. */
    public void take() {
        Instant now = clock.instant();
        for (Admitted partner : partners.all()) {
            List<JsonNode> counting = partner.keys(now);
            for (JsonNode key : partner.content().path("keys")) {
                if (!counting.contains(key)) {
                    take(partner, key, now);
                    break;
                }
            }
        }
    }

    private void take(Admitted partner, JsonNode ended, Instant now) {
        String thumbprint =
                ClientCertificate.of(ended.path("certificate").asText()).thumbprint();
        ObjectNode content = partner.content().deepCopy();
        ArrayNode left = content.putArray("keys");
        partner.content().path("keys").forEach(key -> {
            if (!key.equals(ended)) {
                left.add(key);
            }
        });
        content.put("keyEnded", now.toString());
        UUID step = RecordId.next();
        Admitted after = partner.became(partner.state(), content, step);
        acts.keep(
                step,
                "partner-key-ended",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("partner", partner.id())
                        .put("key", thumbprint),
                Together.of(
                        connection -> partners.step(connection, partner, after),
                        news.ended(partner, step, thumbprint)));
    }
}
