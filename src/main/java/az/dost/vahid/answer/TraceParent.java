package az.dost.vahid.answer;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The trace that a caller's request is part of (W3C Trace Context, section 3.2). {@code tracestate} is never passed on: what
 * callers put there is not ours to give to agencies.
 *
 * @param traceId 32 hexadecimal digits
 * @param sampled whether the caller records its part
 */
public record TraceParent(String traceId, boolean sampled) {
    private static final Pattern FORM = Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int LENGTH = 55;
    private static final int TRACE_ID = 3;
    private static final int TRACE_ID_END = 35;

    /** Null when there is none, or one that is not as the specification has it: such a one is left aside, section 3.2.2.4. */
    public static TraceParent read(String header) {
        if (header == null || header.length() < LENGTH || header.length() > LENGTH && (header.startsWith("00") || header.charAt(LENGTH) != '-')
                || !FORM.matcher(header.substring(0, LENGTH)).matches()) {
            return null;
        }
        return new TraceParent(header.substring(TRACE_ID, TRACE_ID_END), (HexFormat.fromHexDigits(header, LENGTH - 2, LENGTH) & 1) == 1);
    }

    /** For one call of ours within the trace. */
    public String header() {
        // Zero is no id.
        long call = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        return "00-" + traceId + "-" + HexFormat.of().toHexDigits(call) + (sampled ? "-01" : "-00");
    }
}
