package az.dost.vahid.signature.container.dss;

import az.dost.vahid.signature.container.Xades;
import az.dost.vahid.signature.container.XadesFindings;
import az.dost.vahid.signature.key.ChangedException;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.asic.xades.validation.ASiCContainerWithXAdESAnalyzer;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeType;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ReferenceValidation;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.identifier.EncapsulatedRevocationTokenIdentifier;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Xades} by DSS. */
public final class DssXades implements Xades {
    private static final Logger LOG = LoggerFactory.getLogger(DssXades.class);

    @Override
    public Map<String, byte[]> sign(Order order, UnaryOperator<byte[]> signer, UnaryOperator<byte[]> stamper) {
        List<DSSDocument> documents = order.parts().entrySet().stream()
                .<DSSDocument>map(part -> new InMemoryDocument(
                        part.getValue(),
                        part.getKey(),
                        new OwnType(order.mediaTypes().get(part.getKey()))))
                .toList();
        ASiCWithXAdESSignatureParameters parameters = new ASiCWithXAdESSignatureParameters();
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        List<CertificateToken> certificates =
                order.certificates().stream().map(CertificateToken::new).toList();
        parameters.setSigningCertificate(certificates.get(0));
        parameters.setCertificateChain(certificates);
        parameters.bLevel().setSigningDate(Date.from(order.at()));
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        ASiCWithXAdESService service = new ASiCWithXAdESService(verifier(order));
        SignatureValue signature = new SignatureValue(
                SignatureAlgorithm.ECDSA_SHA256,
                signer.apply(service.getDataToSign(documents, parameters).getBytes()));
        service.setTspSource(new Stamps(stamper));
        DSSDocument container = service.signDocument(documents, parameters, signature);
        List<SignatureLevel> levels = order.lists().isEmpty()
                ? List.of(SignatureLevel.XAdES_BASELINE_T)
                : List.of(
                        SignatureLevel.XAdES_BASELINE_LTA,
                        SignatureLevel.XAdES_BASELINE_LT,
                        SignatureLevel.XAdES_BASELINE_T);
        for (SignatureLevel level : levels) {
            try {
                parameters.setSignatureLevel(level);
                return content(service.extendDocument(container, parameters));
            } catch (NoStampException e) {
                // Who was asked has told why.
            } catch (RuntimeException e) {
                // DSS tells what it misses by exceptions of several kinds; what the next level needs may be there.
                LOG.warn("A container does not reach {}: {}", level, e.getMessage());
            }
        }
        return content(container);
    }

    private static CommonCertificateVerifier verifier(Order order) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        order.anchors().forEach(anchor -> anchors.addCertificate(new CertificateToken(anchor)));
        verifier.setTrustedCertSources(anchors);
        CommonCertificateSource between = new CommonCertificateSource();
        order.authorities().forEach(authority -> between.addCertificate(new CertificateToken(authority)));
        verifier.setAdjunctCertSources(between);
        verifier.setCrlSource(new ExternalResourcesCRLSource(
                order.lists().stream().map(ByteArrayInputStream::new).toArray(InputStream[]::new)));
        return verifier;
    }

    /** Each digest is stamped once, and nothing more once one was not. */
    private static final class Stamps implements TSPSource {
        private final transient UnaryOperator<byte[]> stamper;
        private final Map<String, TimestampBinary> had = new HashMap<>();
        private boolean none;

        Stamps(UnaryOperator<byte[]> stamper) {
            this.stamper = stamper;
        }

        @Override
        public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
            String key = HexFormat.of().formatHex(digest);
            if (!had.containsKey(key)) {
                byte[] token = none ? null : stamper.apply(digest);
                none = token == null;
                if (none) {
                    throw new NoStampException();
                }
                had.put(key, new TimestampBinary(token));
            }
            return had.get(key);
        }
    }

    private static final class NoStampException extends DSSException {}

    /** DSS knows some types by name, and would call every other one unknown. */
    private record OwnType(String getMimeTypeString) implements MimeType {
        @Override
        public String getExtension() {
            return null;
        }
    }

    private static Map<String, byte[]> content(DSSDocument container) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (InputStream in = container.openStream();
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public XadesFindings check(byte[] container) {
        try {
            ASiCContainerWithXAdESAnalyzer analyzer = new ASiCContainerWithXAdESAnalyzer(
                    new InMemoryDocument(new ByteArrayInputStream(container), "container.asice"));
            analyzer.setCertificateVerifier(new CommonCertificateVerifier());
            List<AdvancedSignature> signatures = analyzer.getSignatures();
            if (signatures.size() != 1) {
                throw new ChangedException("The container must have one signature, and has " + signatures.size());
            }
            return findings(signatures.get(0));
        } catch (ChangedException e) {
            throw e;
        } catch (RuntimeException e) {
            // DSS throws what its parsers throw; their messages may quote what was read.
            throw new ChangedException("The container's signature cannot be read");
        }
    }

    @SuppressWarnings(
            "deprecation") // The name of the document that a reference was found to be; there is no other way to it.
    private static XadesFindings findings(AdvancedSignature signature) {
        signature.checkSignatureIntegrity();
        Map<String, Boolean> parts = new LinkedHashMap<>();
        for (ReferenceValidation reference : signature.getReferenceValidations()) {
            String name = reference.getUri() != null ? reference.getUri() : "#" + reference.getType();
            // DSS also takes another part whose digest fits: two parts that changed places would pass.
            boolean itself = name.startsWith("#") || name.equals(reference.getDocumentName());
            parts.merge(
                    name,
                    itself && reference.isFound() && reference.isIntact() && !reference.isDuplicated(),
                    Boolean::logicalAnd);
        }
        CertificateToken signer = signature.getSigningCertificateToken();
        return new XadesFindings(
                signer == null ? null : signer.getCertificate(),
                signature.getSigningTime() == null
                        ? null
                        : signature.getSigningTime().toInstant(),
                signature.getSignatureCryptographicVerification().isSignatureIntact(),
                parts,
                stamps(signature.getSignatureTimestamps()),
                stamps(signature.getArchiveTimestamps()),
                signature.getCompleteCRLSource().getAllRevocationBinaries().stream()
                        .map(EncapsulatedRevocationTokenIdentifier::getBinaries)
                        .toList());
    }

    private static List<XadesFindings.Stamp> stamps(List<TimestampToken> stamps) {
        return stamps.stream()
                .map(stamp -> new XadesFindings.Stamp(
                        stamp.getEncoded(), stamp.getMessageImprint().getValue(), stamp.isMessageImprintDataIntact()))
                .toList();
    }
}
