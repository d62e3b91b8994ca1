package az.dost.vahid.kinds;

import java.util.Map;

/** A real server of one kind that plays an agency. */
interface Peer extends AutoCloseable {
    /** Whom the tests ask about. */
    String FIN = "5AB1CD2";

    String OTHER_FIN = "6AB1CD2";

    /**
     * Behaves so from now on.
     *
     * @return the settings by which a gateway reaches it
     */
    Map<String, String> behave(Conduct conduct) throws Exception;

    @Override
    void close() throws Exception;
}
