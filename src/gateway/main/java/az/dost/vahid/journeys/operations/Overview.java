package az.dost.vahid.journeys.operations;

import az.dost.vahid.definition.StandingVersions;
import az.dost.vahid.edge.life.Surroundings;
import az.dost.vahid.figures.Figures;
import az.dost.vahid.journeys.admission.PartnerOutlook;
import az.dost.vahid.proof.anchor.Anchors;
import az.dost.vahid.proof.member.Member;
import az.dost.vahid.proof.member.Members;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** How all is, in one answer. */
final class Overview {
    private static final Logger LOG = LoggerFactory.getLogger(Overview.class);
    private final AgencyTiles tiles;
    private final Members members;
    private final Figures figures;
    private final Anchors anchors;
    private final Surroundings surroundings;
    private final PartnerOutlook partners;

    Overview(
            AgencyTiles tiles,
            Members members,
            Figures figures,
            Anchors anchors,
            Surroundings surroundings,
            PartnerOutlook partners) {
        this.tiles = tiles;
        this.members = members;
        this.figures = figures;
        this.anchors = anchors;
        this.surroundings = surroundings;
        this.partners = partners;
    }

    ObjectNode read() {
        ObjectNode overview = JsonNodeFactory.instance
                .objectNode()
                .put("at", seconds(Instant.now()))
                .put("minutes", AgencyTiles.SPAN.toMinutes());
        overview.set("agencies", tiles.json());
        var gateways = overview.putArray("gateways");
        members.living().forEach(member -> gateways.add(gateway(member)));
        overview.set("record", record());
        overview.set("broker", outside(surroundings.broker()));
        overview.set("database", outside(surroundings.database()));
        partners(overview);
        return overview;
    }

    private void partners(ObjectNode overview) {
        try {
            overview.set("partners", partners.json());
        } catch (DataAccessException e) {
            LOG.debug("Partners are left out: the database is away", e);
        }
    }

    private static ObjectNode gateway(Member member) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", member.id().toString())
                .put("name", member.called())
                .put("version", member.version())
                .put("configuration", StandingVersions.of(member.versions()))
                .put("since", seconds(member.joinedAt()));
        if (member.told().ready() != null) {
            json.put("ready", member.told().ready());
        }
        return json;
    }

    /** As the metrics have it; what is not known yet is left out. */
    private ObjectNode record() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "unsigned", figures.value("vahid.record.unsigned", null));
        put(json, "rootAgeSeconds", figures.value("vahid.record.root.age", null));
        put(json, "stampAgeSeconds", figures.value("vahid.record.stamp.age", null));
        if (anchors.behind() != null) {
            json.put("anchorsBehind", anchors.behind());
        }
        return json;
    }

    private static void put(ObjectNode json, String name, OptionalDouble value) {
        value.ifPresent(number -> json.put(name, Math.max(0, (long) number)));
    }

    private static ObjectNode outside(Surroundings.Seen seen) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("state", seen.there() ? "UP" : "DOWN")
                .put("since", seconds(seen.since()));
    }

    static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
