package az.dost.vahid.signature.rehearsal;

import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.xml.XmlFactories;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.util.Base64;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.Attachment;
import org.apache.wss4j.common.ext.AttachmentRequestCallback;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecSignatureConfirmation;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Signs answers as the proof kinds want them, each time anew. */
public final class PlayedSignatures {
    private static final int TIME_TO_LIVE = 60;
    private final PlayedKey key;

    static {
        WSSConfig.init();
    }

    /** @param key EC for JWS and XML signatures, RSA for WS-Security */
    public PlayedSignatures(PlayedKey key) {
        this.key = key;
    }

    /** {@code protected..signature} over the bytes (RFC 7515, appendix F). @param requestId null for none */
    public String jws(byte[] body, String requestId) {
        try {
            JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .x509CertChain(List.of(Base64.encode(key.certificate().getEncoded())))
                    .customParam("iat", Instant.now().getEpochSecond());
            JWSObject jws = new JWSObject(
                    (requestId == null ? header : header.customParam("rid", requestId)).build(), new Payload(body));
            JWSSigner signer = new ECDSASigner((ECPrivateKey) key.pair().getPrivate());
            jws.sign(signer);
            return jws.serialize(true);
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An enveloped signature as last child of the root (ECDSA-SHA256, exclusive c14n). */
    public byte[] xml(byte[] body) {
        return new XmlSigner(new GatewayKeys.Pair(key.pair().getPrivate(), key.certificate()))
                .sign(XmlFactories.parse(body));
    }

    /**
     * A WS-Security signature over Body, Timestamp and, where the request was signed, its confirmation.
     *
     * @param requestSignature value of the request's signature, null for none
     * @param parts beside the envelope that it covers too (SwA Profile 1.1), by Content-ID
     */
    public byte[] soap(byte[] envelope, byte[] requestSignature, Map<String, byte[]> parts) {
        Document document = XmlFactories.parse(envelope);
        try {
            WSSecHeader header = new WSSecHeader(document);
            header.insertSecurityHeader();
            WSSecTimestamp timestamp = new WSSecTimestamp(header);
            timestamp.setTimeToLive(TIME_TO_LIVE);
            timestamp.build();
            Merlin crypto = new Merlin();
            crypto.setKeyStore(key.store());
            WSSecSignature signature = new WSSecSignature(header);
            signature.setUserInfo("agency", "");
            signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
            signature.setSignatureAlgorithm(WSConstants.RSA_SHA256);
            signature.setDigestAlgo(WSConstants.SHA256);
            signature.setSigCanonicalization(WSConstants.C14N_EXCL_OMIT_COMMENTS);
            signature
                    .getParts()
                    .add(new WSEncryptionPart(
                            "Body", document.getDocumentElement().getNamespaceURI(), ""));
            signature.getParts().add(new WSEncryptionPart("Timestamp", WSConstants.WSU_NS, ""));
            if (requestSignature != null) {
                WSSecSignatureConfirmation confirmation = new WSSecSignatureConfirmation(header);
                confirmation.build(requestSignature);
                signature.getParts().add(new WSEncryptionPart("SignatureConfirmation", WSConstants.WSSE11_NS, ""));
            }
            if (!parts.isEmpty()) {
                signature.getParts().add(new WSEncryptionPart("cid:Attachments", "Content"));
                signature.setAttachmentCallbackHandler(callbacks -> attach(callbacks, parts));
            }
            signature.build(crypto);
            return written(document);
        } catch (XMLSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void attach(Callback[] callbacks, Map<String, byte[]> parts) {
        for (Callback callback : callbacks) {
            if (callback instanceof AttachmentRequestCallback request) {
                request.setAttachments(parts.entrySet().stream()
                        .map(part -> {
                            Attachment attachment = new Attachment();
                            attachment.setId(part.getKey());
                            attachment.setMimeType("application/octet-stream");
                            attachment.setSourceStream(new ByteArrayInputStream(part.getValue()));
                            return attachment;
                        })
                        .toList());
            }
        }
    }

    /** A detached signature over the bytes, in DER (RFC 5652). */
    public byte[] cms(byte[] content) {
        String algorithm = key.pair().getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(
                                    new JcaContentSignerBuilder(algorithm)
                                            .build(key.pair().getPrivate()),
                                    key.certificate()));
            generator.addCertificate(new JcaX509CertificateHolder(key.certificate()));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A signature as first child of the root, over the element with this Id (XML Signature 1.1, exclusive c14n).
     *
     * @param id of a child of the root, its attribute {@code Id}
     */
    public byte[] rows(byte[] document, String id) {
        Document rows = XmlFactories.parse(document);
        try {
            Element root = rows.getDocumentElement();
            for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element
                        && element.getAttribute("Id").equals(id)) {
                    element.setIdAttribute("Id", true);
                }
            }
            XMLSignature signature = new XMLSignature(
                    rows,
                    "",
                    key.pair().getPrivate().getAlgorithm().equals("EC")
                            ? XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA256
                            : XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256,
                    Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
            root.insertBefore(signature.getElement(), root.getFirstChild());
            Transforms transforms = new Transforms(rows);
            transforms.addTransform(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
            signature.addDocument("#" + id, transforms, MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256);
            signature.addKeyInfo(key.certificate());
            signature.sign(key.pair().getPrivate());
            return written(rows);
        } catch (XMLSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] written(Document document) throws XMLSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS).canonicalizeSubtree(document, out);
        return out.toByteArray();
    }
}
