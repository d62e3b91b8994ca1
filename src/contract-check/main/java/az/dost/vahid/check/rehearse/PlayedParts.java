package az.dost.vahid.check.rehearse;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts beside a sample's envelope: what the envelope is with them in it, which is what gets signed, and the
 * message that they all are.
 */
public final class PlayedParts {
    private static final Pattern INCLUDE = Pattern.compile(
            "<([A-Za-z_][\\w.-]*:)?Include\\b[^>]*\\bhref=[\"']cid:([^\"']+)[\"'][^>]*?(?:/>|>\\s*</\\1?Include>)");
    private static final String BOUNDARY = "played-part";
    private final Map<String, byte[]> parts;
    private final Set<String> included = new HashSet<>();

    /** @param parts by Content-ID without brackets; none for an envelope alone */
    public PlayedParts(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    boolean none() {
        return parts.isEmpty();
    }

    /** The envelope with the parts in it that XOP takes out. */
    public String whole(String envelope) {
        Matcher includes = INCLUDE.matcher(envelope);
        return includes.replaceAll(include -> Matcher.quoteReplacement(base64(include)));
    }

    private String base64(MatchResult include) {
        String id = URLDecoder.decode(include.group(2).replace("+", "%2B"), StandardCharsets.UTF_8);
        if (!parts.containsKey(id)) {
            return include.group();
        }
        included.add(id);
        return Base64.getEncoder().encodeToString(parts.get(id));
    }

    /** Those that the envelope only refers to, so that a signature has to name them. */
    Map<String, byte[]> apart() {
        Map<String, byte[]> apart = new LinkedHashMap<>(parts);
        apart.keySet().removeAll(included);
        return apart;
    }

    String mediaType(String envelopeType) {
        return "multipart/related; type=\"" + (included.isEmpty() ? envelopeType : "application/xop+xml")
                + "\"; boundary=\"" + BOUNDARY + "\"; start=\"<envelope>\"; start-info=\"" + envelopeType + "\"";
    }

    /**
     * The message on the wire.
     *
     * @param envelope made whole, signed or not
     * @param missing whether one of its parts stays away
     */
    byte[] message(byte[] envelope, String envelopeType, boolean missing) {
        String text = new String(envelope, StandardCharsets.UTF_8);
        for (String id : included) {
            text = text.replace(
                    Base64.getEncoder().encodeToString(parts.get(id)),
                    "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:" + id + "\"/>");
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        String type = included.isEmpty()
                ? envelopeType + "; charset=UTF-8"
                : "application/xop+xml; charset=UTF-8; type=\"" + envelopeType + "\"";
        part(message, type, "envelope", text.getBytes(StandardCharsets.UTF_8));
        parts.entrySet().stream()
                .skip(missing ? 1 : 0)
                .forEach(part -> part(message, "application/octet-stream", part.getKey(), part.getValue()));
        message.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return message.toByteArray();
    }

    private static void part(ByteArrayOutputStream message, String type, String id, byte[] content) {
        message.writeBytes(((message.size() == 0 ? "" : "\r\n") + "--" + BOUNDARY + "\r\nContent-Type: " + type
                        + "\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <" + id + ">\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(content);
    }
}
