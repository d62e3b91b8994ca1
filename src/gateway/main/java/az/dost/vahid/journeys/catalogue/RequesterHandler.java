package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.LastRefusals;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.access.RequesterLimits;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.apache.camel.Exchange;

/**
 * What a requester's own developers know of it, {@code contracts/requesters.openapi.yaml}: it is the token that says
 * which requester.
 */
public final class RequesterHandler {
    private final AccessPolicy access;
    private final RequesterLimits limits;
    private final LastRefusals refusals;
    private final PassportCatalogue passports;

    RequesterHandler(AccessPolicy access, RequesterLimits limits, LastRefusals refusals, PassportCatalogue passports) {
        this.access = access;
        this.limits = limits;
        this.refusals = refusals;
        this.passports = passports;
    }

    public void own(Exchange exchange) {
        Requester requester = Caller.of(exchange).requester();
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("id", requester.id()).put("name", requester.name());
        texts(
                body,
                "services",
                passports.all().stream()
                        .map(Passport::code)
                        .filter(code -> access.grants(requester, code))
                        .toList());
        texts(body, "specialFacts", requester.specialFacts());
        texts(body, "grants", requester.grants());
        texts(body, "views", requester.views().stream().map(Enum::name).toList());
        texts(body, "members", requester.members());
        body.put("evidence", requester.evidence()).put("officialsProven", requester.officialsProven());
        body.putObject("limits")
                .put("perSecond", limits.perSecondInAll(exchange))
                .put("atOnce", limits.atOnceInAll(exchange));
        ArrayNode refused = body.putArray("refusals");
        refusals.of(requester.id()).forEach(refusal -> refused.add(json(refusal)));
        HttpAnswer.json(exchange.getMessage(), body);
    }

    private static void texts(ObjectNode body, String member, Collection<String> texts) {
        ArrayNode list = body.putArray(member);
        texts.stream().sorted().forEach(list::add);
    }

    private static ObjectNode json(LastRefusals.Refusal refusal) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("at", refusal.at().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("address", refusal.address())
                .put("code", refusal.code().name());
        if (refusal.field() != null) {
            json.put("field", refusal.field());
        }
        if (refusal.instance() != null) {
            json.put("instance", "urn:uuid:" + refusal.instance());
        }
        return json;
    }
}
