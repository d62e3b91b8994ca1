package az.dost.vahid.mock.population;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * The reversible scramble of a number below 34^7 to a FIN, so that neighbours do not look like neighbours.
 *
 * <p>Two affine steps modulo 34^7 with the seven digits mirrored between them: one step alone would leave the last
 * character a plain cycle of the number.
 */
public final class Fin {
    static final int LENGTH = 7;
    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    static final long COUNT = 52_523_350_144L;

    private static final int BASE = ALPHABET.length();
    private static final long FIRST = 32_461_215_901L;
    private static final long SECOND = 769_134_557L;
    private static final long SHIFT = 31_415_926_535L;
    private static final long FIRST_INVERSE = inverse(FIRST);
    private static final long SECOND_INVERSE = inverse(SECOND);

    /** @throws IllegalArgumentException for a number outside {@code 0 .. COUNT-1} */
    public static String of(long number) {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("Not a number below 34^7: " + number);
        }
        long mixed = times(mirror((times(number, FIRST) + SHIFT) % COUNT), SECOND);
        byte[] characters = new byte[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            characters[i] = (byte) ALPHABET.charAt((int) (mixed % BASE));
            mixed /= BASE;
        }
        return new String(characters, StandardCharsets.ISO_8859_1);
    }

    /** The number behind a FIN; empty for text that is not a FIN at all. */
    static OptionalLong number(String fin) {
        if (fin.length() != LENGTH) {
            return OptionalLong.empty();
        }
        long mixed = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = ALPHABET.indexOf(fin.charAt(i));
            if (digit < 0) {
                return OptionalLong.empty();
            }
            mixed = mixed * BASE + digit;
        }
        long shifted = mirror(times(mixed, SECOND_INVERSE));
        return OptionalLong.of(times((shifted - SHIFT + COUNT) % COUNT, FIRST_INVERSE));
    }

    private static long mirror(long number) {
        long mirrored = 0;
        for (int i = 0; i < LENGTH; i++) {
            mirrored = mirrored * BASE + number % BASE;
            number /= BASE;
        }
        return mirrored;
    }

    /** Multiplies modulo 34^7 in two halves, because the product of two 36-bit numbers does not fit a long. */
    private static long times(long a, long b) {
        long high = a * (b >>> 18) % COUNT;
        return ((high << 18) + a * (b & 0x3FFFF)) % COUNT;
    }

    private static long inverse(long factor) {
        return BigInteger.valueOf(factor).modInverse(BigInteger.valueOf(COUNT)).longValueExact();
    }

    private Fin() {}
}
