package az.dost.vahid.cluster;

import org.springframework.jdbc.core.JdbcTemplate;

/** Where events that did not come may be, for whoever reads that a run failed. */
final class EventPlaces {
    static String now(RunningCluster cluster) {
        JdbcTemplate database = cluster.database();
        return "events kept: "
                + database.queryForObject(
                        "select count(*) from event where type = 'az.dost.address-change.v1'", Long.class)
                + ", in the outbox: " + database.queryForList("select lane, count(*) from event_outbox group by lane")
                + ", lanes: "
                + database.queryForList("select lane, leased_until from event_lane where leased_until > '-infinity'")
                + ", dead letters: "
                + database.queryForList("select reason, detail, count(*) from dead_letter group by reason, detail")
                + ", delivered: "
                + database.queryForObject(
                        "select count(*) from event_delivered where processorname = 'reader'", Long.class);
    }

    private EventPlaces() {}
}
