package az.dost.vahid.proof.record.body;

/** What the digests of an entry are of; evidence goes by the code of its data class. */
public final class BodyName {
    /** The dossier as JSON. */
    public static final String CONTENT = "content";
    /** The detached JWS itself. */
    public static final String JWS = "jws";
    /** What the JWS signs. */
    public static final String SIGNED = "signed";
    /** The signed XML form. */
    public static final String XML = "xml";

    private BodyName() {}
}
