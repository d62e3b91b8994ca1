package az.dost.vahid.journeys.verify;

/** What a file is, as {@code contracts/audit.openapi.yaml} lists it. */
enum FileKind {
    DOSSIER_CONTAINER("dossier container (ASiC-E)"),
    EXCHANGE_CONTAINER("exchange container (ASiC-E)"),
    DOSSIER_JWS("dossier as compact JWS"),
    DOSSIER_DETACHED_JWS("dossier as detached JWS"),
    DOSSIER_XML("dossier as signed XML"),
    FILE_RECEIPT("no dossier, but %s as compact JWS"),
    OTHER_JWS("no dossier, but %s as compact JWS"),
    OTHER_DETACHED_JWS("no dossier, but %s as detached JWS"),
    OTHER_XML("no dossier, but %s as signed XML"),
    SIGNED_FILE("file with a CMS signature, such as the result of a bulk lookup"),
    RECEIPT("receipt of the audit chain"),
    CREDENTIAL("credential that somebody shows (SD-JWT VC)");

    /** What {@code transfer} calls its receipts. */
    private static final String RECEIPT_TYPE = "vahid-file-receipt+json";

    private final String words;

    FileKind(String words) {
        this.words = words;
    }

    /** @param type parameter {@code typ} of a JWS that is over no dossier, null for none */
    static FileKind otherJws(String type, boolean detached) {
        return detached ? OTHER_DETACHED_JWS : RECEIPT_TYPE.equals(type) ? FILE_RECEIPT : OTHER_JWS;
    }

    /** @param other what was signed instead, where the words tell it */
    String said(String other) {
        return words.formatted(other);
    }
}
