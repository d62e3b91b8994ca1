package az.dost.vahid.proof.record;

import az.dost.vahid.signature.key.CryptoProvider;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Who vouches for a piece of evidence, as a container's {@code evidence/index.json} says it
 * ({@code contracts/evidence.schema.json}).
 */
public enum EvidenceProof {
    AGENCY_SIGNATURE("The agency signed these bytes itself: anybody can check it with its certificate."),
    ROW_OF_SIGNED_FILE(
            "The agency signed its file or the rows in it, not this row alone: that the row stands in the file with this digest, Vahid signed when it loaded it."),
    FILE_WITHOUT_ROW("The agency signs its files: that this one has no row of the citizen, only Vahid vouches for."),
    ROW_WITHOUT_PATH("The row is of a file whose rows' paths are not kept: only Vahid vouches for it."),
    CONNECTION_ONLY(
            "The agency signs nothing, it proved itself to Vahid by the connection: only Vahid vouches for these bytes.");

    /** The part of a container that tells it for each piece. */
    public static final String INDEX = "evidence/index.json";
    /** How the name ends of the part with a row's path. */
    public static final String PATH = ".path.json";

    private static final String LOCATOR = "{\"file\":";
    private static final String SHA_256 = "sha-256:";
    private static final CryptoProvider CRYPTO = new CryptoProvider(true);
    private final String meaning;

    EvidenceProof(String meaning) {
        this.meaning = meaning;
    }

    /**
     * Whether evidence is the place of a row in an agency's file: its digest is the file's, not that of the bytes.
     *
     * @param digest {@code sha-256:<hex>}, as the dossier has it
     */
    public static boolean ofDrop(byte[] evidence, String digest) {
        return new String(evidence, 0, Math.min(evidence.length, LOCATOR.length()), StandardCharsets.ISO_8859_1)
                        .equals(LOCATOR)
                && !digest.equals(SHA_256 + HexFormat.of().formatHex(CRYPTO.sha256(evidence)));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In one sentence. */
    public String meaning() {
        return meaning;
    }
}
