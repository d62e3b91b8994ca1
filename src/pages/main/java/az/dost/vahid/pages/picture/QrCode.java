package az.dost.vahid.pages.picture;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A text as a QR code (ISO/IEC 18004), drawn as one path: of a sheet that is folded or stained, a seventh may be
 * unreadable.
 *
 * @param size of its side with the white that a reader needs around it; a module is 1
 * @param path of its dark modules, for the attribute {@code d}
 */
public record QrCode(int size, String path) {
    /** Modules, by the standard. */
    private static final int WHITE = 4;

    /** @throws IllegalArgumentException for a text that is too long, of some 2,000 characters */
    public static QrCode of(String text) {
        ByteMatrix modules;
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("A text is too long for a QR code", e);
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append('M')
                            .append(x + WHITE)
                            .append(' ')
                            .append(y + WHITE)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrCode(modules.getWidth() + 2 * WHITE, path.toString());
    }

    /** For the attribute of that name. */
    public String viewBox() {
        return "0 0 " + size + " " + size;
    }
}
