package az.dost.vahid.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.DetachedJws;
import az.dost.vahid.signature.JwsReply;
import az.dost.vahid.signature.key.Agency;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.utils.XMLUtils;
import org.w3c.dom.Document;

/**
 * Sound replies with something changed, cut out or put in at any place: the reply is refused with a reason, or what the
 * mapping sees of it is what the agency signed. Nothing else may happen.
 */
class MutilatedReplyTest {
    private static final int LONGEST = 10_000;
    private static final byte[] SOAP = bytes(new SoapReply().signed());
    private static final byte[] ENVELOPED = bytes(enveloped());
    private static final byte[] BODY = "{\"fin\":\"1ABCDE2\"}".getBytes(StandardCharsets.UTF_8);
    private static final String JWS = JwsReply.signed(JwsReply.header(Agency.EC).toString(), Agency.EC);

    private static Document enveloped() {
        Document document =
                XmlFactories.parse("<Reply Id=\"R\"><Fin>1ABCDE2</Fin></Reply>".getBytes(StandardCharsets.UTF_8));
        XmlSignatureCheck.declareIds(document);
        new HandMadeSignature()
                .over("#R", Transforms.TRANSFORM_ENVELOPED_SIGNATURE, HandMadeSignature.EXCLUSIVE)
                .into(document.getDocumentElement());
        return document;
    }

    private static byte[] bytes(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLUtils.outputDOM(document, out);
        return out.toByteArray();
    }

    @Property(tries = 1500)
    void a_soap_reply_keeps_its_body_or_is_refused(@ForAll("edits") Edit edit) {
        keepsOrRefuses(
                edit.of(SOAP),
                XmlFactories.parse(SOAP),
                document -> new SoapProof(Agency.RSA.pinned(), true, Duration.ofHours(1))
                        .verify(document, SoapReply.REQUEST_SIGNATURE));
    }

    @Property(tries = 500)
    void an_enveloped_reply_keeps_its_content_or_is_refused(@ForAll("edits") Edit edit) {
        keepsOrRefuses(
                edit.of(ENVELOPED),
                XmlFactories.parse(ENVELOPED),
                document -> new EnvelopedSignature(Agency.RSA.pinned()).verify(document));
    }

    private static void keepsOrRefuses(byte[] edited, Document original, Consumer<Document> proof) {
        try {
            Document document = XmlFactories.parse(edited);
            proof.accept(document);
            assertThat(seen(document)).isEqualTo(seen(original));
        } catch (ProofException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    /** The Body's only element, or the root where there is no envelope. */
    private static JsonNode seen(Document document) {
        return XmlTree.of(
                document.getElementsByTagNameNS(SoapReply.SOAP, "Body").getLength() == 0
                        ? document.getDocumentElement()
                        : SoapReply.element(document, SoapReply.SOAP, "Body"));
    }

    @Property(tries = 500)
    void a_jws_holds_only_with_its_own_header_and_body(@ForAll("edits") Edit edit) {
        String jws = new String(edit.of(JWS.getBytes(StandardCharsets.US_ASCII)), StandardCharsets.ISO_8859_1);
        try {
            new DetachedJws(Agency.EC.pinned(), Duration.ofHours(1), Agency.CRYPTO).verify(jws, BODY, JwsReply.REQUEST);
            assertThat(jws).startsWith(JWS.substring(0, JWS.indexOf("..") + 2));
        } catch (ProofException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    @Property
    void a_time_of_any_kind_is_accepted_or_refused(@ForAll("times") String created, @ForAll("times") String expires) {
        Document reply =
                new SoapReply().timed(SoapReply.timestamp(created, expires)).signed();
        try {
            new SoapProof(Agency.RSA.pinned(), true, SoapReply.MAX_AGE).verify(reply, SoapReply.REQUEST_SIGNATURE);
            assertThat(Instant.parse(created))
                    .isBetween(
                            Instant.now().minus(SoapReply.MAX_AGE).minusSeconds(60),
                            Instant.now().plus(SoapReply.MAX_AGE));
        } catch (ProofException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    /** Takes out some bytes at a place and puts in others. */
    record Edit(int at, int out, String in) {
        byte[] of(byte[] bytes) {
            int from = at % bytes.length;
            int to = Math.min(bytes.length, from + out);
            ByteArrayOutputStream edited = new ByteArrayOutputStream();
            edited.writeBytes(Arrays.copyOf(bytes, from));
            edited.writeBytes(in.getBytes(StandardCharsets.UTF_8));
            edited.writeBytes(Arrays.copyOfRange(bytes, to, bytes.length));
            return edited.toByteArray();
        }
    }

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<String> in = Arbitraries.of(
                "",
                "A",
                "9",
                " ",
                "\n",
                "\"",
                "<",
                ">",
                "&",
                "<!---->",
                "<x/>",
                "<?x?>",
                "&#65;",
                "&amp;",
                "\u0000",
                "<![CDATA[A]]>",
                "<!DOCTYPE a>",
                " Id=\"Body\"",
                " Id=\"TS\"",
                "=",
                "/",
                "#",
                "ə",
                ".",
                "-",
                "%41");
        return Combinators.combine(
                        Arbitraries.integers().between(0, LONGEST),
                        Arbitraries.integers().between(0, 3),
                        in)
                .as(Edit::new);
    }

    @Provide
    Arbitrary<String> times() {
        return Arbitraries.oneOf(
                Arbitraries.of("", "now", "2026-13-01T00:00:00Z", "0000-00-00T00:00:00Z", "2026-01-01T00:00:00+99:00"),
                Arbitraries.integers()
                        .between(-400, 400)
                        .map(seconds -> Instant.now().plusSeconds(seconds).toString()),
                Arbitraries.longs()
                        .between(-31_557_014_167_219_200L, 31_556_889_864_403_199L)
                        .map(seconds -> Instant.ofEpochSecond(seconds).toString()));
    }
}
