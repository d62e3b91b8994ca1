package az.dost.vahid.signature.xml;

import static org.assertj.core.api.Assertions.assertThatCode;

import az.dost.vahid.signature.key.Agency;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecSignatureConfirmation;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** Replies signed by a stock WS-Security stack. */
class Wss4jReplyTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @ParameterizedTest(name = "SOAP {0}, {1}")
    @CsvSource({"1.1,RSA", "1.1,EC", "1.2,RSA", "1.2,EC"})
    void a_reply_signed_by_wss4j_is_proven(String soapVersion, String algorithm)
            throws GeneralSecurityException, WSSecurityException {
        Agency agency = algorithm.equals("EC") ? Agency.EC : Agency.RSA;
        Document reply =
                reply(soapVersion.equals("1.2") ? WSConstants.URI_SOAP12_ENV : WSConstants.URI_SOAP11_ENV, agency);
        assertThatCode(() -> new SoapProof(agency.pinned(), true, SoapReply.MAX_AGE)
                        .verify(SoapReply.reread(reply), SoapReply.REQUEST_SIGNATURE))
                .doesNotThrowAnyException();
    }

    private static Document reply(String soap, Agency agency) throws GeneralSecurityException, WSSecurityException {
        Document document = XmlFactories.parse(("<s:Envelope xmlns:s=\"" + soap
                        + "\"><s:Header/><s:Body><r:Reply xmlns:r=\"urn:reply\">Şəhid ailəsi</r:Reply></s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8));
        WSSecHeader header = new WSSecHeader(document);
        header.insertSecurityHeader();
        new WSSecTimestamp(header).build();
        WSSecSignatureConfirmation confirmation = new WSSecSignatureConfirmation(header);
        confirmation.build(Base64.getDecoder().decode(SoapReply.REQUEST_SIGNATURE));
        WSSecSignature signature = new WSSecSignature(header);
        signature.setUserInfo("agency", new String(PASSWORD));
        signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
        signature.setSignatureAlgorithm(agency == Agency.EC ? WSS4JConstants.ECDSA_SHA256 : WSS4JConstants.RSA_SHA256);
        signature.setDigestAlgo(WSS4JConstants.SHA256);
        signature
                .getParts()
                .addAll(List.of(
                        new WSEncryptionPart("Body", soap, "Element"),
                        new WSEncryptionPart("Timestamp", WSS4JConstants.WSU_NS, "Element"),
                        new WSEncryptionPart("SignatureConfirmation", WSS4JConstants.WSSE11_NS, "Element")));
        return signature.build(crypto(agency));
    }

    private static Merlin crypto(Agency agency) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("agency", agency.key(), PASSWORD, new Certificate[] {agency.certificate()});
            Merlin crypto = new Merlin();
            crypto.setKeyStore(store);
            return crypto;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
