package az.dost.vahid.journeys.lookup;

/**
 * A dossier that is signed and not recorded yet.
 *
 * @param content JSON
 * @param jws detached, over the content; null when the XML is signed
 * @param xml with its signature; null for any other form
 */
record Signed(byte[] content, String jws, byte[] xml) {}
