package az.dost.vahid.signature.xml;

import static az.dost.vahid.signature.key.Refusal.assertRefused;
import static az.dost.vahid.signature.xml.HandMadeSignature.EXCLUSIVE;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.Agency;
import az.dost.vahid.signature.xml.HandMadeSignature.Step;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Signatures that hold, by means that are not allowed. */
class WeakSignatureTest {
    private static final String INCLUSIVE = Transforms.TRANSFORM_C14N_OMIT_COMMENTS;

    private static void refused(Reason reason, HandMadeSignature signature) {
        Document reply = new SoapReply().signed(signature);
        assertRefused(
                reason,
                () -> new SoapProof(Agency.RSA.pinned(), true, SoapReply.MAX_AGE)
                        .verify(reply, SoapReply.REQUEST_SIGNATURE));
    }

    private static HandMadeSignature whole() {
        return new HandMadeSignature()
                .over("#Body", EXCLUSIVE)
                .over("#TS", EXCLUSIVE)
                .over("#SC", EXCLUSIVE);
    }

    private static HandMadeSignature body(Step... transforms) {
        return new HandMadeSignature()
                .over("#TS", EXCLUSIVE)
                .over("#SC", EXCLUSIVE)
                .over("#Body", transforms);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA1,
                XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA224,
                XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA512
            })
    void another_signature_algorithm(String algorithm) {
        refused(Reason.SIGNATURE_NOT_ALLOWED, whole().algorithm(algorithm));
    }

    @ParameterizedTest
    @ValueSource(strings = {XMLSignature.ALGO_ID_MAC_HMAC_SHA1, XMLSignature.ALGO_ID_MAC_HMAC_SHA256})
    void the_public_key_as_the_secret_of_an_hmac(String algorithm) {
        refused(
                Reason.SIGNATURE_NOT_ALLOWED,
                whole().algorithm(algorithm)
                        .key(new SecretKeySpec(
                                Agency.RSA.certificate().getPublicKey().getEncoded(), "HmacSHA256")));
    }

    @Test
    void an_algorithm_that_is_known_to_be_broken() {
        refused(Reason.SIGNATURE_INVALID, whole().algorithm(XMLSignature.ALGO_ID_SIGNATURE_NOT_RECOMMENDED_RSA_MD5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://www.w3.org/2000/09/xmldsig#sha1", "http://www.w3.org/2001/04/xmlenc#sha512"})
    void another_digest(String algorithm) {
        refused(Reason.SIGNATURE_NOT_ALLOWED, whole().digest(algorithm));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INCLUSIVE,
                Transforms.TRANSFORM_C14N_WITH_COMMENTS,
                Transforms.TRANSFORM_C14N_EXCL_WITH_COMMENTS,
                Transforms.TRANSFORM_C14N11_OMIT_COMMENTS
            })
    void another_canonical_form_of_the_signature(String algorithm) {
        refused(Reason.SIGNATURE_NOT_ALLOWED, whole().canonicalization(algorithm));
    }

    static Stream<Named<Step[]>> transforms() {
        Step exclusive = new Step(EXCLUSIVE, null);
        return Stream.of(
                Named.of("XPath", new Step[] {
                    new Step(
                            Transforms.TRANSFORM_XPATH,
                            "<ds:XPath xmlns:ds='http://www.w3.org/2000/09/xmldsig#'>false()</ds:XPath>"),
                    exclusive
                }),
                Named.of("XPath filter 2", new Step[] {
                    new Step(
                            Transforms.TRANSFORM_XPATH2FILTER,
                            "<f:XPath xmlns:f='http://www.w3.org/2002/06/xmldsig-filter2' Filter='subtract'>//*</f:XPath>"),
                    exclusive
                }),
                Named.of(
                        "enveloped signature",
                        new Step[] {new Step(Transforms.TRANSFORM_ENVELOPED_SIGNATURE, null), exclusive}),
                Named.of("inclusive form", new Step[] {new Step(INCLUSIVE, null)}),
                Named.of("form with comments", new Step[] {new Step(Transforms.TRANSFORM_C14N_EXCL_WITH_COMMENTS, null)
                }),
                Named.of("inclusive form, unsaid", new Step[0]));
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void a_transform_that_is_not_the_exclusive_canonical_form(Step[] steps) {
        refused(Reason.SIGNATURE_NOT_ALLOWED, body(steps));
    }

    /** Santuario does not even sign with one: it is put in afterwards. */
    @Test
    void an_xslt() {
        Document reply = new SoapReply()
                .altered(document -> SoapReply.element(document, XmlSignatureCheck.DS, "Transform")
                        .setAttribute("Algorithm", Transforms.TRANSFORM_XSLT));
        assertRefused(
                Reason.SIGNATURE_NOT_ALLOWED,
                () -> new SoapProof(Agency.RSA.pinned(), true, SoapReply.MAX_AGE)
                        .verify(reply, SoapReply.REQUEST_SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/body", "file:///body", "cid:body"})
    void a_reference_out_of_the_document(String uri) {
        refused(
                Reason.SIGNATURE_NOT_ALLOWED,
                new HandMadeSignature()
                        .over(uri, new Step[0])
                        .over("#TS", EXCLUSIVE)
                        .over("#SC", EXCLUSIVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#xpointer(/)", "#xpointer(id('Body'))", ""})
    void a_reference_that_is_no_id(String uri) {
        refused(
                Reason.SIGNATURE_NOT_ALLOWED,
                new HandMadeSignature()
                        .over(uri, EXCLUSIVE)
                        .over("#TS", EXCLUSIVE)
                        .over("#SC", EXCLUSIVE));
    }

    @Test
    void an_rsa_key_does_not_verify_what_calls_itself_ecdsa() {
        refused(
                Reason.SIGNATURE_INVALID,
                whole().algorithm(XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA256).key(Agency.EC.key()));
    }
}
