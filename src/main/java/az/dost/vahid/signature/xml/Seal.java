package az.dost.vahid.signature.xml;

/**
 * What a file's signature proved.
 *
 * @param signer    as dossiers name it
 * @param digest    {@code sha-256:<hex>} of the signature's value: the same signature under another file name is a replay
 * @param signature what of it can be kept without the file
 */
public record Seal(String signer, String digest, FileSignature signature) {
}
