package az.dost.vahid.proof.claim;

import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A row is this gateway's until it gives it back, or until the lease is over because nobody renewed it. Whoever wakes
 * after that must change nothing: what the work comes to is kept by a statement that asks for {@link #id()} in the row.
 */
public final class Lease {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private final Leases leases;
    private final UUID id;
    private final List<Object> place;
    private final boolean interrupted;
    private volatile long renewed;
    private volatile boolean gone;
    private volatile boolean given;

    /** @param place the row's key. @param asked when it was asked for, by {@link System#nanoTime()} */
    Lease(Leases leases, UUID id, List<Object> place, boolean interrupted, long asked) {
        this.leases = leases;
        this.id = id;
        this.place = place;
        this.interrupted = interrupted;
        this.renewed = asked;
    }

    /** Stands in the row's column {@code lease} for as long as nobody else has taken it. */
    public UUID id() {
        return id;
    }

    List<Object> place() {
        return place;
    }

    /** Whether the turn before this one was not given back: its gateway died, stood still or failed. */
    public boolean interrupted() {
        return interrupted;
    }

    /**
     * Whether another gateway may have, or have had, the row by now. It asks nobody, so it may stand in any loop; what
     * must be sure asks the row.
     */
    public boolean lost() {
        if (System.nanoTime() - renewed > leases.lengthNanos()) {
            gone = true;
        }
        return gone;
    }

    /** @param there whether the row still had this lease. @param asked before that was known */
    void renewed(boolean there, long asked) {
        if (there) {
            renewed = asked;
        } else {
            gone = true;
        }
    }

    void renew() {
        if (!given) {
            leases.renew(this);
        }
    }

    /** Renewed from now on. */
    public void hold() {
        leases.hold(this);
    }

    /** The work is done, or is due again at another time: whoever comes next may take the row. */
    public void end() {
        end("");
    }

    /** @param changes of the row that are made with it */
    public void end(String changes) {
        if (!given) {
            given = true;
            leases.end(this, changes);
        }
    }

    /** The work was not done: whoever comes next may take the row, and is told that it was {@link #interrupted()}. */
    public void fail() {
        if (!given) {
            given = true;
            leases.fail(this);
        }
    }

    /** Not renewed any more: what was not done is taken again when the lease is over, and no sooner. */
    private void leave() {
        given = true;
        leases.leave(this);
    }

    /** Renewed until the exchange is done, and {@link #end ended} then, however it went. */
    public void endWith(Exchange exchange) {
        with(exchange, this::end);
    }

    /** Renewed until the exchange is done. What was not {@link #end ended} by then has {@link #fail failed}. */
    public void failWith(Exchange exchange) {
        with(exchange, this::fail);
    }

    /**
     * Renewed until the exchange is done, and not after that: what went wrong is taken again when the lease is over,
     * and no sooner.
     */
    public void leaveWith(Exchange exchange) {
        with(exchange, this::leave);
    }

    private void with(Exchange exchange, Runnable last) {
        hold();
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                try {
                    last.run();
                } catch (DataAccessException e) {
                    LOG.debug("A lease was not given back, and will be over by itself", e);
                }
            }
        });
    }
}
