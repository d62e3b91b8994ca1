package az.dost.vahid.proof.member;

/**
 * Among how many gateways is shared: of one more at once, of one less only when for the time of a lease there were no
 * more. After the database was away, all gateways renew their leases one after another; nobody takes the part of those
 * who are not there yet.
 */
final class Seats {
    private final long leaseNanos;
    private int seats;
    /** When there were as many last, and when was looked last. */
    private long seen;

    private long looked;

    Seats(long leaseNanos) {
        this.leaseNanos = leaseNanos;
    }

    /**
     * @param living gateways now, this one among them
     * @param known those also whose leases are over, for who does not know yet how many there were
     * @param now by {@link System#nanoTime}
     */
    int of(int living, int known, long now) {
        if (seats == 0) {
            seats = known;
            seen = now;
        } else if (living >= seats || now - looked > leaseNanos) {
            // The time in which nobody looked says nothing.
            seats = Math.max(seats, living);
            seen = now;
        } else if (now - seen > leaseNanos) {
            seats = living;
            seen = now;
        }
        looked = now;
        return seats;
    }
}
