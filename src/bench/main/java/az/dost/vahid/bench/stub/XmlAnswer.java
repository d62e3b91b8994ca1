package az.dost.vahid.bench.stub;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.w3c.dom.Element;

/** An XML document with an enveloped signature over the whole root. */
final class XmlAnswer implements Answer {
    private final Text text;
    private final String mediaType;
    private final StubKey key;

    XmlAnswer(Recorded recorded, StubKey key) {
        Element root = Canonical.root(recorded.body());
        root.removeChild(Canonical.child(root, "Signature"));
        this.text = new Text(Canonical.text(root), recorded);
        this.mediaType = recorded.mediaType();
        this.key = key;
    }

    @Override
    public Reply reply(String requestId, String confirmed) {
        String unsigned = text.fill(requestId, Instant.now());
        String signature = new SignedInfo()
                .reference("", unsigned, true)
                .sign(
                        key,
                        "<ds:X509Data><ds:X509Certificate>" + key.certificate()
                                + "</ds:X509Certificate></ds:X509Data>");
        int end = unsigned.lastIndexOf("</");
        return new Reply(
                (unsigned.substring(0, end) + signature + unsigned.substring(end)).getBytes(StandardCharsets.UTF_8),
                mediaType,
                null);
    }
}
