package az.dost.vahid.journeys.exchange;

import az.dost.vahid.mime.PartReader;
import az.dost.vahid.mime.PartReader.BadPartsException;
import az.dost.vahid.xroad.FaultCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts after the envelope, written anew as they pass: between our own boundaries, and with no headers but those
 * that say what a part is.
 */
final class Attachments extends InputStream {
    private static final Map<String, String> KEPT = Map.of(
            "content-type",
            "Content-Type",
            "content-id",
            "Content-ID",
            "content-transfer-encoding",
            "Content-Transfer-Encoding",
            "content-disposition",
            "Content-Disposition",
            "content-location",
            "Content-Location",
            "content-description",
            "Content-Description");
    private static final List<String> ORDER = List.of(
            "content-type",
            "content-transfer-encoding",
            "content-id",
            "content-location",
            "content-disposition",
            "content-description");
    private static final int MOST = 1000;
    private final PartReader parts;
    private final String boundary;
    private final FaultCode bad;
    private final Set<String> ids = new HashSet<>();
    private byte[] line = new byte[0];
    private int position;
    private boolean within;
    private boolean over;
    private int count;

    /**
     * @param root Content-ID of the envelope
     * @param bad the fault when a part is not as it should be
     */
    Attachments(PartReader parts, String boundary, String root, FaultCode bad) {
        this.parts = parts;
        this.boundary = boundary;
        this.bad = bad;
        ids.add(root);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int most) throws IOException {
        try {
            while (true) {
                if (position < line.length) {
                    int length = Math.min(most, line.length - position);
                    System.arraycopy(line, position, target, offset, length);
                    position += length;
                    return length;
                }
                if (over) {
                    return -1;
                }
                int read = within ? parts.read(target, offset, most) : -1;
                if (read >= 0) {
                    return read;
                }
                next();
            }
        } catch (BadPartsException e) {
            throw new ExchangeFault(bad, e.getMessage() + ".");
        }
    }

    private void next() throws IOException {
        Map<String, String> headers = parts.next();
        within = headers != null;
        over = !within;
        StringBuilder text = new StringBuilder("\r\n--").append(boundary).append(over ? "--\r\n" : "\r\n");
        if (within) {
            if (++count > MOST) {
                throw new BadPartsException("There are more than " + MOST + " attachments");
            }
            String id = headers.get("content-id");
            if (id != null && !ids.add(id)) {
                throw new BadPartsException("Two parts have one Content-ID");
            }
            ORDER.stream()
                    .filter(headers::containsKey)
                    .forEach(name -> text.append(KEPT.get(name))
                            .append(": ")
                            .append(headers.get(name))
                            .append("\r\n"));
            text.append("\r\n");
        }
        line = text.toString().getBytes(StandardCharsets.US_ASCII);
        position = 0;
    }
}
