package az.dost.vahid.journeys.misuse;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.signature.key.PersonHash;

/**
 * Where a FIN lies among all FINs, without the FIN: two grids are laid over them, half a field apart, and its field in
 * each is known by a keyed hash. Of two FINs no further apart than {@value #CLOSE} one field at least is the same; of
 * two that share one, no more than twice that less one.
 *
 * @param one field in the first grid
 * @param other field in the second
 */
record Vicinity(long one, long other) {
    static final int CLOSE = 8;
    private static final int FIELD = 2 * CLOSE;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int DIGITS = 16;

    /** @param fin in the form of {@link Fin#FORM} */
    static Vicinity of(String fin, PersonHash hash) {
        long number = 0;
        for (int i = 0; i < fin.length(); i++) {
            number = number * ALPHABET.length() + ALPHABET.indexOf(fin.charAt(i));
        }
        return new Vicinity(key(hash, "one", number / FIELD), key(hash, "other", (number + CLOSE) / FIELD));
    }

    /** No FIN has a space: the hash is no person's. */
    private static long key(PersonHash hash, String grid, long field) {
        return Long.parseUnsignedLong(hash.of("field " + grid + " " + field).substring(0, DIGITS), 16);
    }

    boolean shares(long otherOne, long otherOther) {
        return one == otherOne || other == otherOther;
    }
}
