package az.dost.vahid.answer;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Whoever calls, in the trace that the call is part of (W3C Trace Context, section 3.2). {@code tracestate} is never
 * passed on: what callers put there is not ours to give to agencies.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId of the caller's part, 16 hexadecimal digits
 * @param sampled whether the caller records its part
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int LENGTH = 55;
    private static final int TRACE_ID = 3;
    private static final int TRACE_ID_END = 35;
    private static final int SPAN_ID = 36;
    private static final int SPAN_ID_END = 52;

    /**
     * Null when there is none, or one that is not as the specification has it: such a one is left aside, section
     * 3.2.2.4.
     */
    public static TraceParent read(String header) {
        if (header == null
                || header.length() < LENGTH
                || header.length() > LENGTH && (header.startsWith("00") || header.charAt(LENGTH) != '-')
                || !FORM.matcher(header.substring(0, LENGTH)).matches()) {
            return null;
        }
        return new TraceParent(
                header.substring(TRACE_ID, TRACE_ID_END),
                header.substring(SPAN_ID, SPAN_ID_END),
                (HexFormat.fromHexDigits(header, LENGTH - 2, LENGTH) & 1) == 1);
    }

    /** One call of ours within the trace, of which we record nothing. */
    public TraceParent call() {
        // Zero is no id.
        return new TraceParent(
                traceId, HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)), sampled);
    }

    /** As it is told to whom is called. */
    public String header() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }
}
