package az.dost.vahid.mock.population;

import java.nio.charset.StandardCharsets;

/** Numbers of cards, files and contracts, and money, written without {@code String.format}. */
public final class Serial {
    /** A power of three shares no factor with ten, so multiplying by it permutes the numbers of any width. */
    private static final long STRIDE = 387_420_489L;

    /** So many digits that no other citizen has on the same kind of paper, given a width of 8 or more. */
    static String digits(String paper, int id, int width) {
        long range = 1;
        for (int i = 0; i < width; i++) {
            range *= 10;
        }
        return padded((id * STRIDE + (paper.hashCode() & 0x7FFFFFFF)) % range, width);
    }

    public static String padded(long number, int width) {
        byte[] digits = new byte[width];
        for (int i = width - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + number % 10);
            number /= 10;
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    /** Hundredths as a decimal with two places: qəpik as AZN, hundredths of a hectare as hectares. */
    public static String hundredths(long count) {
        return count / 100 + "." + padded(count % 100, 2);
    }

    private Serial() {}
}
