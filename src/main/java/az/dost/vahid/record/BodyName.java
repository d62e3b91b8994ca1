package az.dost.vahid.record;

/** What the digests of an entry are of; evidence goes by the code of its data class. */
final class BodyName {
    /** The dossier as JSON. */
    static final String CONTENT = "content";
    /** The detached JWS itself. */
    static final String JWS = "jws";
    /** What the JWS signs. */
    static final String SIGNED = "signed";
    /** The signed XML form. */
    static final String XML = "xml";

    private BodyName() { }
}
