package az.dost.vahid.journeys.rating;

import az.dost.vahid.signature.key.RowSeals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The code by which a slip is rated, as it stands on the slip: 12 characters of Crockford's Base32, of which the last
 * four prove the others. Both follow from a key of the gateways: nobody gets it from the dossier, and whoever guesses
 * is found out without a look at the database.
 */
final class RatingCode {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[" + LETTERS + "]{4}(-[" + LETTERS + "]{4}){2}");
    private static final String NAME = "slip_code.name";
    private static final String PROOF = "slip_code.proof";
    private static final int BITS = 5;
    private static final int GROUP = 4;
    private static final int NAMED = 2 * (GROUP + 1);

    private RatingCode() {}

    /** That of a dossier's slip, the same each time. */
    static String of(UUID dossier, RowSeals seals) {
        String name = letters(seals.of(NAME, dossier), 2);
        return name + letters(seals.of(PROOF, name), 1).substring(0, GROUP);
    }

    /** Whether it looks like one. */
    static boolean formed(String code) {
        return FORM.matcher(code).matches();
    }

    /** Whether it is one, of whichever slip. */
    static boolean proven(String code, RowSeals seals) {
        String name = code.substring(0, NAMED);
        return MessageDigest.isEqual(
                code.substring(NAMED).getBytes(StandardCharsets.US_ASCII),
                letters(seals.of(PROOF, name), 1).substring(0, GROUP).getBytes(StandardCharsets.US_ASCII));
    }

    /** The first bits of a digest, each group followed by a hyphen. */
    private static String letters(byte[] digest, int groups) {
        long bits = ByteBuffer.wrap(digest).getLong();
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < groups * GROUP; at++) {
            int shift = Long.SIZE - (at + 1) * BITS;
            letters.append(LETTERS.charAt((int) (bits >>> shift) & (LETTERS.length() - 1)));
            if ((at + 1) % GROUP == 0) {
                letters.append('-');
            }
        }
        return letters.toString();
    }
}
