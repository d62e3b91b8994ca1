package az.dost.vahid.journeys.event;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a subscription has delivered, in the table of Camel's JdbcMessageIdRepository, which goes to the database five
 * times for one delivery and waits for its disk. This one goes twice and waits for no disk: a crash of the database may
 * lose the last of it, and then a delivery is repeated only if the broker, which keeps for itself what was taken, has
 * lost that too. It is repeated under its first idempotency key.
 */
final class DeliveredEvents extends ServiceSupport implements IdempotentRepository {
    private final JdbcTemplate jdbc;
    private final String subscription;

    DeliveredEvents(JdbcTemplate jdbc, String subscription) {
        this.jdbc = jdbc;
        this.subscription = subscription;
    }

    @Override
    public boolean contains(String delivery) {
        return !jdbc.queryForList(
                        "select 1 from event_delivered where processorname = ? and messageid = ?",
                        Integer.class,
                        subscription,
                        delivery)
                .isEmpty();
    }

    /** One statement is one transaction, of which alone the setting holds. */
    @Override
    public boolean add(String delivery) {
        return jdbc.update(
                        "insert into event_delivered (processorname, messageid, createdat) select ?, ?, statement_timestamp()"
                                + " from set_config('synchronous_commit', 'off', true) on conflict do nothing",
                        subscription,
                        delivery)
                > 0;
    }

    @Override
    public boolean remove(String delivery) {
        return jdbc.update(
                        "delete from event_delivered where processorname = ? and messageid = ?", subscription, delivery)
                > 0;
    }

    /** Nothing is added before it is delivered, so nothing is left to confirm. */
    @Override
    public boolean confirm(String delivery) {
        return true;
    }

    @Override
    public void clear() {
        jdbc.update("delete from event_delivered where processorname = ?", subscription);
    }
}
