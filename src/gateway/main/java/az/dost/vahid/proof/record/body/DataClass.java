package az.dost.vahid.proof.record.body;

import java.util.List;
import java.util.Locale;

/** Bodies that are kept equally long, each class of a day under a key of its own. */
public enum DataClass {
    /** The dossiers themselves. */
    DOSSIER,
    /** What the agencies answered. */
    EVIDENCE,
    /** What agencies answered whose facts are of a special category. */
    SPECIAL,
    /** What agencies answered and was refused: it may be about anybody, and nobody gets it with a dossier. */
    REFUSED,
    /** What citizens asked to have corrected, and what was answered. */
    CORRECTION,
    /** Life events. */
    EVENT,
    /** Whom a bulk lookup asks about, while it runs; and what a wallet shows, while its official reads it. */
    BULK,
    /** What members of the exchange sent each other. */
    EXCHANGE,
    /** Messages that were laid aside. */
    LETTER;

    /** Those that answers of agencies are kept under. */
    public static final List<DataClass> OF_ANSWERS = List.of(EVIDENCE, SPECIAL, REFUSED);

    /** As it stands in the tables and in the audit chain. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DataClass of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
