package az.dost.vahid.check.trial;

import az.dost.vahid.answer.SourceAnswer;
import java.util.List;

/** One agency, asked by the gateway's own route template, steps and checks, with what travelled to look at. */
public interface AskedAgency extends AutoCloseable {
    /**
     * What an agency sent back to one request.
     *
     * @param mediaType null when no answer came, or it has none
     * @param body empty when there was none
     * @param status HTTP status, 0 when no answer came, or not by HTTP
     */
    record Exchanged(int status, String mediaType, byte[] body) {
        public static final Exchanged NOTHING = new Exchanged(0, null, new byte[0]);

        /** Whether there was an answer at all. */
        public boolean came() {
            return this != NOTHING;
        }
    }

    /** Waits for the answer, whatever it is. @param timeoutMs after which it is TIMED_OUT */
    SourceAnswer ask(String fin, int timeoutMs);

    /** What came back for the last question, proven or not, in the order of time. */
    List<Exchanged> exchanged();

    @Override
    void close();
}
