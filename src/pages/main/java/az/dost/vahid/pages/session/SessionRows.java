package az.dost.vahid.pages.session;

import java.time.Duration;

/** Where sessions are kept. Ids are those that browsers have. */
interface SessionRows {
    /** @param version one more with each change */
    record Row(byte[] text, long version) {}

    /**
     * What is to be kept of somebody who is logged in.
     *
     * @param lives until it is over when nothing more is written
     */
    record Written(byte[] text, Duration lives) {}

    /** @throws TooManySessions when there is no room for another one */
    void add(String id, Written written);

    /** Null where there is none, or it is over. */
    Row find(String id);

    /**
     * Changes one that is there and still has this version.
     *
     * @param next its id from now on
     * @return false when it is not there, or has another version
     */
    boolean replace(String id, long version, String next, Written written);

    void remove(String id);

    /** Removes what is over. */
    void sweep();
}
