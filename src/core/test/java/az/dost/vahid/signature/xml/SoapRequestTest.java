package az.dost.vahid.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.signature.key.Agency;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.ProofException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.security.auth.callback.Callback;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.apache.wss4j.dom.str.STRParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Requests, read by a stock WS-Security stack as an agency's server would read them. */
class SoapRequestTest {
    private static final String QUESTION =
            "<q:Question xmlns:q=\"urn:question\" xmlns:unused=\"urn:unused\" id=\"{requestId}\">"
                    + "<!-- asked for --><q:Fin>{fin}</q:Fin><q:Empty/><q:City>Şəki</q:City></q:Question>";

    private static String filled(SoapRequest request) {
        return request.body().replace("{requestId}", "7c3e").replace("{fin}", "1ABCDE2");
    }

    private static GatewayKeys.Pair key(Agency signer) {
        return new GatewayKeys.Pair(signer.key(), signer.certificate());
    }

    @ParameterizedTest(name = "SOAP {0}, {1}")
    @CsvSource({"1.1, RSA", "1.2, RSA", "1.1, EC", "1.2, EC"})
    void a_signed_request_is_accepted_by_wss4j_and_covers_body_and_time_stamp(String version, String algorithm)
            throws GeneralSecurityException, WSSecurityException {
        Agency signer = algorithm.equals("EC") ? Agency.EC : Agency.RSA;
        SoapRequest request = new SoapRequest(version, QUESTION, Agency.CRYPTO);
        SoapRequest.Sent sent = request.signed(filled(request), key(signer));
        WSSecurityEngineResult signature =
                received(sent, signer).getActionResults().get(WSConstants.SIGN).get(0);
        List<?> covered = (List<?>) signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS);
        assertThat(covered)
                .extracting(reference -> ((WSDataRef) reference).getName().getLocalPart())
                .containsExactlyInAnyOrder("Body", "Timestamp");
        assertThat(signature.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE)).isEqualTo(signer.certificate());
        assertThat((String) signature.get(WSSecurityEngineResult.TAG_SIGNATURE_METHOD))
                .endsWith(algorithm.equals("EC") ? "#ecdsa-sha256" : "#rsa-sha256");
        assertThat(signature.get(WSSecurityEngineResult.TAG_X509_REFERENCE_TYPE))
                .isEqualTo(STRParser.REFERENCE_TYPE.DIRECT_REF);
        assertThat((byte[]) signature.get(WSSecurityEngineResult.TAG_SIGNATURE_VALUE))
                .isEqualTo(Base64.getDecoder().decode(sent.signatureValue()));
    }

    @ParameterizedTest(name = "SOAP {0}")
    @ValueSource(strings = {"1.1", "1.2"})
    void a_request_with_a_name_is_accepted_by_wss4j(String version)
            throws GeneralSecurityException, WSSecurityException {
        SoapRequest request = new SoapRequest(version, QUESTION, Agency.CRYPTO);
        WSHandlerResult result = received(request.named(filled(request), "vahid", "secret"), Agency.RSA);
        assertThat(result.getActionResults()).containsKeys(WSConstants.UT, WSConstants.TS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void a_request_changed_on_the_way_is_refused_by_wss4j(String algorithm) {
        Agency signer = algorithm.equals("EC") ? Agency.EC : Agency.RSA;
        SoapRequest request = new SoapRequest("1.1", QUESTION, Agency.CRYPTO);
        SoapRequest.Sent sent = request.signed(filled(request), key(signer));
        String other =
                new String(sent.envelope(), java.nio.charset.StandardCharsets.UTF_8).replace("1ABCDE2", "9ZZZZZ9");
        assertThatThrownBy(() -> received(
                        new SoapRequest.Sent(other.getBytes(java.nio.charset.StandardCharsets.UTF_8), null), signer))
                .isInstanceOf(WSSecurityException.class);
    }

    @Test
    void two_requests_of_one_name_differ_in_nonce() {
        SoapRequest request = new SoapRequest("1.1", QUESTION, Agency.CRYPTO);
        assertThat(nonce(request)).isNotEqualTo(nonce(request));
    }

    @Test
    void a_plain_request_has_no_header() {
        SoapRequest request = new SoapRequest("1.2", QUESTION, Agency.CRYPTO);
        Document document = XmlFactories.parse(request.plain(filled(request)).envelope());
        assertThat(document.getElementsByTagNameNS("*", "Header").getLength()).isZero();
        assertThat(SoapReply.element(document, "urn:question", "Fin").getTextContent())
                .isEqualTo("1ABCDE2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<q", "<!DOCTYPE q><q/>", "</soap:Body>", "&entity;"})
    void content_that_is_no_xml_is_refused(String content) {
        assertThatThrownBy(() -> new SoapRequest("1.1", content, Agency.CRYPTO)).isInstanceOf(ProofException.class);
    }

    @Test
    void a_prefix_that_stands_in_a_value_is_kept_and_named_by_the_signature()
            throws GeneralSecurityException, WSSecurityException {
        SoapRequest request = new SoapRequest(
                "1.1",
                "<q:Question xmlns:q=\"urn:question\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><q:Fin xsi:type=\"xs:string\">{fin}</q:Fin></q:Question>",
                Agency.CRYPTO);
        SoapRequest.Sent sent = request.signed(filled(request), key(Agency.RSA));
        assertThat(received(sent, Agency.RSA).getActionResults()).containsKey(WSConstants.SIGN);
        assertThat(SoapReply.element(XmlFactories.parse(sent.envelope()), "urn:question", "Fin")
                        .lookupNamespaceURI("xs"))
                .isNotNull();
    }

    @Test
    void own_headers_stand_beside_that_of_ws_security() throws GeneralSecurityException, WSSecurityException {
        SoapRequest request = new SoapRequest("1.1", QUESTION, Agency.CRYPTO);
        String blocks = request.blocks("<e:Header xmlns:e=\"" + SoapReply.SOAP
                + "\" xmlns:o=\"urn:own\"> <o:Own e:mustUnderstand=\"1\">text</o:Own><o:Other/> </e:Header>");
        SoapRequest.Sent sent = request.with(blocks).signed(filled(request), key(Agency.RSA));
        assertThat(received(sent, Agency.RSA).getActionResults()).containsKey(WSConstants.SIGN);
        Document document = XmlFactories.parse(sent.envelope());
        assertThat(document.getElementsByTagNameNS(SoapReply.SOAP, "Header").getLength())
                .isEqualTo(1);
        assertThat(SoapReply.element(document, "urn:own", "Own").getAttributeNS(SoapReply.SOAP, "mustUnderstand"))
                .isEqualTo("1");
        assertThat(SoapReply.element(document, "urn:own", "Other")
                        .getParentNode()
                        .getLocalName())
                .isEqualTo("Header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Own/>",
                "<e:Header xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"/>",
                "<e:Body xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"/>",
                "text"
            })
    void a_file_that_is_no_header_of_the_requests_soap_is_refused(String header) {
        assertThatThrownBy(() -> new SoapRequest("1.1", QUESTION, Agency.CRYPTO).blocks(header))
                .isInstanceOf(ProofException.class);
    }

    private static String nonce(SoapRequest request) {
        Document document = XmlFactories.parse(
                request.named(filled(request), "vahid", "secret").envelope());
        return SoapReply.element(document, SoapReply.WSSE, "Nonce").getTextContent();
    }

    private static WSHandlerResult received(SoapRequest.Sent sent, Agency signer)
            throws GeneralSecurityException, WSSecurityException {
        RequestData server = new RequestData();
        server.setSigVerCrypto(trusting(signer));
        server.setWssConfig(WSSConfig.getNewInstance());
        server.setCallbackHandler(callbacks -> {
            for (Callback callback : callbacks) {
                ((WSPasswordCallback) callback).setPassword("secret");
            }
        });
        return new WSSecurityEngine().processSecurityHeader(XmlFactories.parse(sent.envelope()), server);
    }

    private static Merlin trusting(Agency signer) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("gateway", signer.certificate());
            Merlin crypto = new Merlin();
            crypto.setTrustStore(store);
            return crypto;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
