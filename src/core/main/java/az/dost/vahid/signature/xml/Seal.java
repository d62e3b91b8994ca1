package az.dost.vahid.signature.xml;

/**
 * What a file's signature proved.
 *
 * @param signer as dossiers name it
 * @param signature what of it can be kept without the file
 * @param name of the file, as it was signed; null where it was not
 */
public record Seal(String signer, FileSignature signature, String name) {
    /**
     * {@code sha-256:<hex>} of what was signed: the same under another file name is a replay, whatever the signature's
     * own bytes.
     */
    public String content() {
        return signature.digestText();
    }
}
