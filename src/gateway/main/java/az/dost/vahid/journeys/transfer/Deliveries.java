package az.dost.vahid.journeys.transfer;

import az.dost.vahid.journeys.event.RetryRule;
import az.dost.vahid.proof.blob.Blobs;
import az.dost.vahid.proof.claim.ClaimQuery;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.Lease;
import az.dost.vahid.proof.claim.Leases;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.key.ChangedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is due into one partner's folder. A gateway leases a row and marks it when it is written; after a crash another
 * writes the same file under the same name again. One that has lost the row ends the file that it writes before it is
 * whole.
 */
public final class Deliveries {
    static final String TABLE = "file_delivery";
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final String DUE = "vahid.transfer.due";
    /** One of a gateway that was lost is due at once; gateways of the version before go by the time alone. */
    static final ClaimQuery NEXT = new ClaimQuery(
            """
            r.partner = ? and r.delivered_at is null and (r.due_at <= statement_timestamp() or r.lease is not null) and not exists (
                select 1 from file_delivery before where before.transfer = r.transfer and before.partner = r.partner
                and before.sequence < r.sequence and before.delivered_at is null)
            and (r.content is not null or exists (select 1 from blob where blob.id = r.transfer))""",
            "r.sequence",
            "attempts = r.attempts + 1, due_at = statement_timestamp() + interval '5 minutes'",
            "sequence, transfer, target, content, attempts, (select sender || ' ' || type from file_transfer where id = transfer), mac");

    private final String partner;
    private final Partners partners;
    private final JdbcTemplate jdbc;
    private final Leases leases;
    private final Blobs blobs;
    private final RetryRule rule;
    private final RowTrust trust;

    /** @param whose sender and type of the file */
    private record Due(
            long sequence, UUID transfer, String target, byte[] content, int attempts, String[] whose, byte[] mac) {
        /** A receipt is the sender's own; anything else is somebody's file. */
        boolean receipt() {
            return !target.startsWith("in/");
        }
    }

    /**
     * @param rule when a delivery is tried again; its attempts count for nothing, as a partner gets everything once it
     *     is back
     */
    Deliveries(
            String partner,
            Partners partners,
            JdbcTemplate jdbc,
            Leases leases,
            Blobs blobs,
            RetryRule rule,
            RowTrust trust) {
        this.rule = rule;
        this.trust = trust;
        this.partner = partner;
        this.partners = partners;
        this.jdbc = jdbc;
        this.leases = leases;
        this.blobs = blobs;
    }

    /**
     * Puts the next file that is due into the body, if there is one and the partner may have it. One that nobody here
     * wrote down goes nowhere.
     */
    public void take(Exchange exchange) {
        Optional<ClaimedRow<Due>> next = !partners.known(partner)
                ? Optional.empty()
                : leases.take(
                        NEXT,
                        (row, n) -> new Due(
                                row.getLong(1),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getBytes(4),
                                row.getInt(5),
                                row.getString(6).split(" "),
                                row.getBytes(7)),
                        partner);
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, next.isPresent());
        if (next.isEmpty()) {
            return;
        }
        Lease lease = next.get().lease();
        Due due = next.get().row();
        lease.endWith(exchange);
        if (!trust.believes(
                trust.seals().holds(due.mac(), TABLE, due.transfer(), partner, due.target(), due.content()),
                due.mac(),
                TABLE,
                due.transfer())) {
            return;
        }
        if (granted(due)) {
            give(due, lease, exchange);
        } else {
            postpone(due);
        }
    }

    private void give(Due due, Lease lease, Exchange exchange) {
        try {
            InputStream content =
                    due.content() == null ? blobs.open(due.transfer()) : new ByteArrayInputStream(due.content());
            // A partner that is away reads nothing, and closes nothing.
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                    IOHelper.close(content);
                }
            });
            exchange.setProperty(DUE, due);
            Message message = exchange.getMessage();
            message.removeHeaders("*");
            message.setHeader(Exchange.FILE_NAME, due.target());
            message.setBody(new GrantedContent(content, () -> !lease.lost() && granted(due)));
        } catch (IOException | ChangedException e) {
            LOG.warn("What is due to {} cannot be read and will be tried again: {}", partner, e.getMessage());
            postpone(due);
        }
    }

    private boolean granted(Due due) {
        return due.receipt() ? partners.known(partner) : partners.takes(partner, due.whose()[1], due.whose()[0]);
    }

    public boolean due(Exchange exchange) {
        return exchange.getProperty(DUE) != null;
    }

    /** Once every receiver has a file, nobody needs it any more. */
    public void delivered(Exchange exchange) {
        Due due = exchange.getProperty(DUE, Due.class);
        if (due.content() != null) {
            mark(due);
            return;
        }
        blobs.release(due.transfer(), () -> {
            mark(due);
            return jdbc.queryForObject(
                    "select not exists (select 1 from file_delivery where transfer = ? and content is null and delivered_at is null)",
                    Boolean.class,
                    due.transfer());
        });
    }

    private void mark(Due due) {
        jdbc.update("update file_delivery set delivered_at = statement_timestamp() where sequence = ?", due.sequence());
    }

    /** Files, signatures and receipts that the partner has not got yet. */
    long waiting() {
        return jdbc.queryForObject(
                "select count(*) from file_delivery where partner = ? and delivered_at is null", Long.class, partner);
    }

    /** Later again, as the rule says. */
    public void postpone(Exchange exchange) {
        Due due = exchange.getProperty(DUE, Due.class);
        postpone(due);
        if (due.attempts() == 1) {
            LOG.warn(
                    "What is due to {} cannot be delivered and will be tried again: {}",
                    partner,
                    exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)
                            .getClass()
                            .getSimpleName());
        }
    }

    private void postpone(Due due) {
        jdbc.update(
                "update file_delivery set due_at = statement_timestamp() + ? * interval '1 millisecond' where sequence = ?",
                rule.pause(due.attempts()),
                due.sequence());
    }
}
