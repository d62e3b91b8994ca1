package az.dost.vahid.proof.member;

/**
 * This gateway's part of what all gateways of its database together may do: each that lives has the same. The one place
 * that says how a rate or a limit is divided. Asking costs no look at the database.
 */
public final class Share {
    private volatile Part part = new Part(0, 1, true);
    /** By {@link System#nanoTime}, until when others leave this gateway its part. */
    private volatile long until;

    /** @param rank among those that live, from 0; @param settled whether all others know of this gateway */
    private record Part(int rank, int members, boolean settled) {}

    /** For whoever shares with nobody. */
    public static Share whole() {
        Share share = new Share();
        share.until = Long.MAX_VALUE;
        return share;
    }

    void become(int rank, int members, boolean settled, long untilNanos) {
        part = new Part(rank, members, settled);
        until = untilNanos;
    }

    /**
     * This gateway's part of a limit that has no fractions. All parts together are the limit; but each gateway has one
     * at least, however many there are.
     */
    public int of(int limit) {
        Part now = part;
        long before = (long) limit * now.rank / now.members;
        long after = (long) limit * (now.rank + 1) / now.members;
        return (int) Math.max(1, after - before);
    }

    /** This gateway's part of one, up to 1. */
    public double part() {
        return 1.0 / part.members;
    }

    /**
     * Whether the others leave this gateway its part: not while it joins, and not when it could not renew its lease.
     * What can wait does not begin then; limits of requesters go on as they were.
     */
    public boolean holds() {
        return part.settled && (until == Long.MAX_VALUE || until - System.nanoTime() > 0);
    }
}
