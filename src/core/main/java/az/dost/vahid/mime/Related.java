package az.dost.vahid.mime;

import az.dost.vahid.mime.PartReader.BadPartsException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A message of several parts that is held whole (multipart/related, RFC 2387). What its parts are is read from its own
 * bytes, the boundary from their first line: who signed the bytes signed the parts, and no header beside them can make
 * others of them.
 *
 * @param boundary that stands in the bytes
 * @param rootType of the first part, which is the one that is meant
 * @param rootId its Content-ID without brackets, empty without one
 * @param parts the others' contents by Content-ID without brackets, in their order
 */
public record Related(String boundary, ContentType rootType, String rootId, byte[] root, Map<String, byte[]> parts) {
    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=?-]{1,70}");
    private static final Pattern ID = Pattern.compile("<[!-;=?-~]{1,200}>");
    private static final Set<String> AS_IT_IS = Set.of("7bit", "8bit", "binary");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\r\\n]*+=?=?[\\r\\n]*+");
    private static final int LONGEST_BOUNDARY = 80;

    /** Whether the bytes begin as such a message does; no document of XML or JSON does. */
    public static boolean begins(byte[] message) {
        int from = start(message);
        return message.length > from + 1 && message[from] == '-' && message[from + 1] == '-';
    }

    /**
     * Reads one.
     *
     * @param most parts beside the first one
     * @throws BadPartsException when it is none, has more parts, two of one Content-ID, one without, or one in an
     *     encoding that is not read
     */
    public static Related read(byte[] message, int most) throws BadPartsException {
        String boundary = boundary(message);
        try {
            PartReader reader = new PartReader(new ByteArrayInputStream(message), boundary, true);
            Map<String, String> head = reader.next();
            ContentType type = head == null ? null : ContentType.of(head.get("content-type"));
            if (type == null) {
                throw new BadPartsException("The first part does not say what it is");
            }
            String rootId = head.containsKey("content-id") ? id(head) : "";
            byte[] root = content(reader, head);
            Map<String, byte[]> parts = new LinkedHashMap<>();
            for (head = reader.next(); head != null; head = reader.next()) {
                if (parts.size() == most) {
                    throw new BadPartsException("There are more parts than " + most);
                }
                String id = id(head);
                if (id.equals(rootId) || parts.putIfAbsent(id, content(reader, head)) != null) {
                    throw new BadPartsException("Two parts have one Content-ID");
                }
            }
            return new Related(boundary, type, rootId, root, parts);
        } catch (BadPartsException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether a Content-Type that came beside the message says the same of it. @param told null when nothing was told
     */
    public boolean agrees(String told) {
        ContentType type = ContentType.of(told);
        String start = type == null ? "" : type.parameters().getOrDefault("start", rootId);
        return type != null
                && type.type().equals(ContentType.RELATED)
                && boundary.equals(type.parameters().get("boundary"))
                && (start.equals(rootId) || start.equals("<" + rootId + ">"));
    }

    /** Some write an empty line first. */
    private static int start(byte[] message) {
        return message.length > 1 && message[0] == '\r' && message[1] == '\n' ? 2 : 0;
    }

    private static String boundary(byte[] message) throws BadPartsException {
        int from = start(message) + 2;
        int to = from;
        while (to < message.length && to - from <= LONGEST_BOUNDARY && message[to] != '\r') {
            to++;
        }
        String boundary = begins(message) ? new String(message, from, to - from, StandardCharsets.ISO_8859_1) : "";
        if (!BOUNDARY.matcher(boundary).matches()) {
            throw new BadPartsException("The message does not begin with a boundary");
        }
        return boundary;
    }

    private static String id(Map<String, String> head) throws BadPartsException {
        String id = head.getOrDefault("content-id", "");
        if (!ID.matcher(id).matches()) {
            throw new BadPartsException("A part has no Content-ID");
        }
        return id.substring(1, id.length() - 1);
    }

    private static byte[] content(PartReader reader, Map<String, String> head) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] block = new byte[8 * 1024];
        for (int read = reader.read(block, 0, block.length); read >= 0; read = reader.read(block, 0, block.length)) {
            content.write(block, 0, read);
        }
        String encoding = head.getOrDefault("content-transfer-encoding", "7bit").toLowerCase(Locale.ROOT);
        if (AS_IT_IS.contains(encoding)) {
            return content.toByteArray();
        }
        String text = content.toString(StandardCharsets.ISO_8859_1);
        if (!encoding.equals("base64") || !BASE64.matcher(text).matches()) {
            throw new BadPartsException("A part is in an encoding that is not read, or not what its encoding says");
        }
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new BadPartsException("A part is not the base64 that it says");
        }
    }
}
