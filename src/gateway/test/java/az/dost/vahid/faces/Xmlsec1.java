package az.dost.vahid.faces;

import java.io.IOException;
import java.nio.file.Path;

/** The verifier of the Debian package {@code xmlsec1}, trusting the certificate that the gateway publishes. */
final class Xmlsec1 {
    private final OutsideTool tool;

    Xmlsec1(Path folder) throws IOException {
        tool = new OutsideTool("xmlsec1", folder)
                .file("certificate.pem", Gateway.get("/v1/keys/certificate").body());
    }

    boolean verifies(byte[] xml) throws IOException, InterruptedException {
        // The key comes from the command line: one inside the document proves nothing.
        return tool.file("document.xml", xml)
                .accepts(
                        "--verify",
                        "--enabled-key-data",
                        "x509",
                        "--pubkey-cert-pem",
                        "certificate.pem",
                        "--id-attr:Id",
                        "SignedProperties",
                        "document.xml");
    }
}
