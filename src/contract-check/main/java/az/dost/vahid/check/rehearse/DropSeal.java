package az.dost.vahid.check.rehearse;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.ProofKind;
import az.dost.vahid.signature.rehearsal.PlayedSignatures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Encodes, signs and packs a drop's document as its connector says, or not quite. */
final class DropSeal {
    private static final int GARBAGE_BYTES = 50_000;
    private static final int BOMB_BYTES = 64 << 20;
    private static final int MOST_BYTES = 128 << 20;
    private static final int LONG_LINE = 2 << 20;
    private static final int DEEP = 100_000;
    private final Connector.Drop drop;
    private final boolean within;
    private final PlayedSignatures signatures;
    private final PlayedSignatures stranger;

    DropSeal(Connector.Drop drop, ProofKind proof, PlayedSignatures signatures, PlayedSignatures stranger) {
        this.drop = drop;
        this.within = proof == ProofKind.XML_SIGNATURE;
        this.signatures = signatures;
        this.stranger = stranger;
    }

    /** @param fault null for none; those that are not of encoding, signature or package are passed over */
    SealedDrop of(String name, String text, DropFault fault) {
        PlayedSignatures signer =
                fault == DropFault.UNSIGNED ? null : fault == DropFault.WRONG_SIGNER ? stranger : signatures;
        byte[] document = switch (fault == null ? DropFault.EMPTY : fault) {
            case GARBAGE -> garbage();
            case HOSTILE -> hostile(text).getBytes(StandardCharsets.UTF_8);
            case ARCHIVE_BOMB -> blanks();
            default -> within && signer != null ? signer.rows(encoded(text), DropText.ID) : encoded(text);
        };
        byte[] file = fault == DropFault.TOO_LONG ? tooLong() : packed(name, document, fault);
        byte[] beside = drop.signatureSuffix() == null ? null : signer == null ? new byte[0] : signer.cms(file);
        if (fault == DropFault.TAMPERED) {
            file = packed(name, tampered(document), fault);
        }
        return new SealedDrop(
                name,
                fault == DropFault.TRUNCATED ? Arrays.copyOf(file, file.length / 2) : file,
                drop.signatureSuffix(),
                beside);
    }

    private byte[] tooLong() {
        if (drop.maxFileBytes() > MOST_BYTES) {
            throw new IllegalStateException(
                    "A file longer than drop.maxFileBytes is not made: that is more than " + MOST_BYTES);
        }
        return new byte[(int) drop.maxFileBytes() + 1];
    }

    private byte[] encoded(String text) {
        return text.getBytes(Charset.forName(drop.charset()));
    }

    private byte[] packed(String name, byte[] document, DropFault fault) {
        if (!drop.unzip()) {
            return document;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(
                    (fault == DropFault.ENTRY_PATH ? "../../" : "") + name.replaceFirst("\\.[^.]*$", "") + ".dat"));
            zip.write(document);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One letter of the citizen that only files with a fault tell of. */
    private byte[] tampered(byte[] document) {
        Charset charset = Charset.forName(drop.charset());
        return new String(document, charset)
                .replace(PlayedDrops.intruder(), PlayedDrops.intruder().replaceFirst(".$", "0"))
                .getBytes(charset);
    }

    private String hostile(String text) {
        return switch (drop.format()) {
            case XML -> HostileReply.BOMB + text.replaceFirst("</", "&f;</");
            case JSON_LINES -> "[".repeat(DEEP) + "]".repeat(DEEP) + "\n";
            case CSV, FIXED_WIDTH -> "x".repeat(LONG_LINE);
        };
    }

    private static byte[] garbage() {
        byte[] garbage = new byte[GARBAGE_BYTES];
        new Random(GARBAGE_BYTES).nextBytes(garbage);
        return garbage;
    }

    private static byte[] blanks() {
        byte[] blanks = new byte[BOMB_BYTES];
        Arrays.fill(blanks, (byte) '\n');
        return blanks;
    }
}
