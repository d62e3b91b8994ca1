package az.dost.vahid.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The envelope of a SOAP message, which is held, and what stands before and after it, which is not read: with attachments
 * (SwA or MTOM) a message is multipart/related and the envelope its first part (RFC 2387, section 3.2).
 *
 * @param before delimiter and headers of the first part; empty without attachments
 * @param after  attachments, as they come
 */
record SoapPart(byte[] before, byte[] envelope, InputStream after) {
    private static final Pattern BOUNDARY = Pattern.compile("(?i);\\s*boundary\\s*=\\s*(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
    private static final byte[] HEADERS_END = {'\r', '\n', '\r', '\n'};
    private static final int CHUNK = 8192;

    /** What is no SOAP message, or one whose envelope is too long. */
    static final class NoSoapException extends Exception {
        private static final long serialVersionUID = 1L;

        NoSoapException(String message) {
            super(message);
        }
    }

    /**
     * @param contentType may be null
     * @param longest     how many bytes of the envelope are held at most
     * @throws NoSoapException with a sentence about the message
     */
    static SoapPart read(InputStream in, String contentType, int longest) throws IOException, NoSoapException {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("text/xml")) {
            byte[] envelope = in.readNBytes(longest + 1);
            if (envelope.length > longest) {
                throw new NoSoapException("The envelope is longer than " + longest + " bytes; send what is long as an attachment");
            }
            return new SoapPart(new byte[0], envelope, InputStream.nullInputStream());
        }
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!type.equals("multipart/related") || !boundary.find()) {
            throw new NoSoapException("The content type is neither text/xml nor multipart/related with a boundary");
        }
        byte[] delimiter = ("\r\n--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1))).getBytes(StandardCharsets.US_ASCII);
        return multipart(in, delimiter, longest);
    }

    private static SoapPart multipart(InputStream in, byte[] delimiter, int longest) throws IOException, NoSoapException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        int start = -1;
        while (read.size() <= longest + CHUNK) {
            byte[] chunk = in.readNBytes(CHUNK);
            read.writeBytes(chunk);
            byte[] all = read.toByteArray();
            start = start < 0 ? indexOf(all, HEADERS_END, 0) : start;
            int end = start < 0 ? -1 : indexOf(all, delimiter, start + HEADERS_END.length);
            if (end >= 0) {
                int from = start + HEADERS_END.length;
                return new SoapPart(part(all, 0, from), part(all, from, end),
                        new SequenceInputStream(new ByteArrayInputStream(all, end, all.length - end), in));
            }
            if (chunk.length < CHUNK) {
                throw new NoSoapException("The first part of the message does not end");
            }
        }
        throw new NoSoapException("The envelope is longer than " + longest + " bytes; send what is long as an attachment");
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    /** The message with another envelope in it. */
    InputStream with(byte[] changed) {
        return new SequenceInputStream(Collections.enumeration(List.of(new ByteArrayInputStream(before), new ByteArrayInputStream(changed), after)));
    }
}
