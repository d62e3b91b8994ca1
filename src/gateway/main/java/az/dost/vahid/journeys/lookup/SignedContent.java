package az.dost.vahid.journeys.lookup;

/**
 * A dossier as it was signed.
 *
 * @param content JSON
 * @param jws detached, over the content; null when the XML is signed
 * @param xml with its signature; null for any other form
 */
record SignedContent(byte[] content, String jws, byte[] xml) {}
