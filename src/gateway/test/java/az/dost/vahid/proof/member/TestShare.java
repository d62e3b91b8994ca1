package az.dost.vahid.proof.member;

/** Parts of gateways that never end, for tests of whatever is shared. */
public final class TestShare {
    /** @param rank from 0 */
    public static Share of(int rank, int members) {
        Share share = new Share();
        share.become(rank, members, true, Long.MAX_VALUE);
        return share;
    }

    private TestShare() {}
}
