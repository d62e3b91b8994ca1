package az.dost.vahid.journeys.exchange;

import az.dost.vahid.mime.ContentType;
import az.dost.vahid.mime.PartReader;
import az.dost.vahid.mime.PartReader.BadPartsException;
import az.dost.vahid.xroad.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A SOAP message: its envelope, which is held, and its attachments, which pass (SwA or MTOM: multipart/related, RFC
 * 2387). What goes on is written anew of what was read here, so that whoever reads it finds the same envelope.
 *
 * @param contentType of the message as it goes on
 * @param before what goes on before the envelope; empty without attachments
 * @param after attachments as they go on
 */
record SoapMessage(String contentType, byte[] before, byte[] envelope, InputStream after) {
    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=?-]{1,70}");
    /** A spelling of XML in UTF-8 that can go on: a type, at most with that parameter. */
    private static final Pattern PLAIN_XML = Pattern.compile("(?i)text/xml(;[ \t]*charset=(utf-8|\"utf-8\"))?");

    private static final Pattern ID = Pattern.compile("<[!-;=?-~]{1,200}>");
    private static final Set<String> ROOT_TYPES = Set.of(ContentType.XML, ContentType.XOP);
    private static final Set<String> AS_IT_IS = Set.of("8bit", "7bit", "binary");

    /**
     * @param contentType may be null
     * @param longest how many bytes of the envelope are held at most
     * @param bad the fault when it is no SOAP message, its envelope is too long, or two readers could take it for
     *     different ones
     */
    static SoapMessage read(InputStream in, String contentType, int longest, FaultCode bad) throws IOException {
        try {
            ContentType type = ContentType.of(contentType);
            if (type != null && type.utf8(ContentType.XML)) {
                byte[] envelope = bounded(in.readNBytes(longest + 1), longest);
                return new SoapMessage(
                        passed(contentType.strip()), new byte[0], envelope, InputStream.nullInputStream());
            }
            if (type == null
                    || !type.type().equals(ContentType.RELATED)
                    || !BOUNDARY.matcher(type.parameters().getOrDefault("boundary", ""))
                            .matches()) {
                throw new BadPartsException(
                        "The content type is neither text/xml in UTF-8 nor multipart/related with a boundary");
            }
            return multipart(in, type, longest, bad);
        } catch (BadPartsException e) {
            throw new ExchangeFault(bad, e.getMessage() + ".");
        }
    }

    /** As it came, where that leaves nothing to read differently. */
    private static String passed(String contentType) {
        return PLAIN_XML.matcher(contentType).matches() ? contentType : ContentType.envelope(false);
    }

    private static SoapMessage multipart(InputStream in, ContentType type, int longest, FaultCode bad)
            throws IOException {
        String said = type.parameters().getOrDefault("type", ContentType.XML);
        PartReader parts = new PartReader(in, type.parameters().get("boundary"));
        Map<String, String> head = parts.next();
        if (head == null) {
            throw new BadPartsException("The message has no part");
        }
        ContentType own = ContentType.of(head.get("content-type"));
        if (!ROOT_TYPES.contains(said.toLowerCase(Locale.ROOT))
                || own == null
                || ROOT_TYPES.stream().noneMatch(own::utf8)
                || !AS_IT_IS.contains(
                        head.getOrDefault("content-transfer-encoding", "8bit").toLowerCase(Locale.ROOT))) {
            throw new BadPartsException("The first part is not text/xml or application/xop+xml in UTF-8, as it is");
        }
        String id = head.getOrDefault("content-id", "<envelope>");
        if (!ID.matcher(id).matches() || !same(type.parameters().getOrDefault("start", id), id)) {
            throw new BadPartsException("The first part is not the one that start names");
        }
        boolean xop = own.type().equals(ContentType.XOP);
        String boundary = "vahid-" + UUID.randomUUID();
        String before = "--" + boundary + "\r\nContent-Type: " + ContentType.envelope(xop)
                + "\r\nContent-Transfer-Encoding: 8bit\r\nContent-ID: " + id + "\r\n\r\n";
        return new SoapMessage(
                ContentType.RELATED + "; type=\"" + own.type() + "\"; boundary=\"" + boundary + "\"; start=\"" + id
                        + "\"" + (xop ? "; start-info=\"text/xml\"" : ""),
                before.getBytes(StandardCharsets.US_ASCII),
                envelope(parts, longest),
                new Attachments(parts, boundary, id, bad));
    }

    /** Some name it without its brackets. */
    private static boolean same(String start, String id) {
        return start.equals(id) || ("<" + start + ">").equals(id);
    }

    private static byte[] envelope(PartReader parts, int longest) throws IOException {
        byte[] held = new byte[Math.min(longest + 1, 16 * 1024)];
        int length = 0;
        for (int read = parts.read(held, 0, held.length);
                read >= 0;
                read = parts.read(held, length, held.length - length)) {
            length += read;
            if (length == held.length) {
                bounded(held, longest);
                held = Arrays.copyOf(held, Math.min(longest + 1, length * 2));
            }
        }
        return Arrays.copyOf(held, length);
    }

    private static byte[] bounded(byte[] envelope, int longest) throws BadPartsException {
        if (envelope.length > longest) {
            throw new BadPartsException(
                    "The envelope is longer than " + longest + " bytes; send what is long as an attachment");
        }
        return envelope;
    }

    /** The message with another envelope in it. */
    InputStream with(byte[] changed) {
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(before), new ByteArrayInputStream(changed), after)));
    }
}
