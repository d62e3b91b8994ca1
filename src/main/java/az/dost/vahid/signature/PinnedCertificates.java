package az.dost.vahid.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The agencies' certificates, one PEM file each: {@code <vahid.keys>/agencies/<id>.pem}. */
public final class PinnedCertificates {
    private final Path folder;
    private final CryptoProvider crypto;
    private final Map<String, PinnedCertificate> loaded = new ConcurrentHashMap<>();

    public PinnedCertificates(Path folder, CryptoProvider crypto) {
        this.folder = folder;
        this.crypto = crypto;
    }

    /** @throws IllegalStateException naming the file when it is missing or no certificate */
    public PinnedCertificate of(String agency) {
        return loaded.computeIfAbsent(agency, this::load);
    }

    /** Where the agency's certificate lies. */
    public Path file(String agency) {
        return folder.resolve(agency + ".pem");
    }

    /** The certificate as PEM; null when there is none. */
    public byte[] pem(String agency) {
        try {
            return Files.readAllBytes(file(agency));
        } catch (IOException e) {
            return null;
        }
    }

    private PinnedCertificate load(String agency) {
        try {
            return read(file(agency), crypto);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate of agency " + agency + " cannot be read: put it into " + file(agency), e);
        }
    }

    /** @throws GeneralSecurityException when the file is missing or no certificate */
    static PinnedCertificate read(Path file, CryptoProvider crypto) throws GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return PinnedCertificate.of((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in), crypto);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
