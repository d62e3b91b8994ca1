package az.dost.vahid.signature.own;

import java.io.IOException;
import java.util.List;

/**
 * What one step of changing a key does.
 *
 * @param acts one after another; each is done wholly or not at all, and after each of them gateways start. None when
 *     all of it was done before
 * @param restart whether gateways take it over by a restart alone
 * @param next what to do then
 */
record Rotation(List<Act> acts, boolean restart, String next) {
    /** @param says what is changed, for people; it names no secret */
    record Act(String says, Doing doing) {}

    @FunctionalInterface
    interface Doing {
        void run() throws IOException;
    }
}
