package az.dost.vahid.proof.record;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.signature.key.ChangedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The evidence of one dossier and one data class as one body: one compression and one encryption instead of twenty.
 * Each piece is its id (16 bytes), then agency, media type, detached signature, digest, signer, version of the
 * connector and bytes, each after its length (4 bytes, big-endian, -1 for null); texts are UTF-8.
 */
public final class EvidenceBundle {
    static byte[] write(List<KeptEvidence> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(pieces.size());
            for (KeptEvidence piece : pieces) {
                Evidence evidence = piece.evidence();
                out.writeLong(evidence.id().getMostSignificantBits());
                out.writeLong(evidence.id().getLeastSignificantBits());
                text(out, piece.agency());
                text(out, evidence.mediaType());
                text(out, evidence.detached());
                text(out, evidence.digest());
                text(out, evidence.signer());
                text(out, evidence.version());
                out.writeInt(evidence.bytes().length);
                out.write(evidence.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** @throws ChangedException when the bytes are no bundle */
    public static List<KeptEvidence> read(byte[] bundle) {
        List<KeptEvidence> pieces = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bundle))) {
            for (int left = in.readInt(); left > 0; left--) {
                UUID id = new UUID(in.readLong(), in.readLong());
                String agency = text(in);
                String mediaType = text(in);
                String detached = text(in);
                String digest = text(in);
                String signer = text(in);
                String version = text(in);
                pieces.add(new KeptEvidence(
                        agency,
                        new Evidence(id, bytes(in, in.readInt()), mediaType, detached, digest, signer, version)));
            }
            return pieces;
        } catch (IOException e) {
            throw new ChangedException("It is no bundle of evidence");
        }
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(bytes(in, length), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in, int length) throws IOException {
        if (length < 0 || length > in.available()) {
            throw new ChangedException("It is no bundle of evidence");
        }
        return in.readNBytes(length);
    }

    private EvidenceBundle() {}
}
