package az.dost.vahid.signature;

import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.Pem;
import az.dost.vahid.signature.key.PinnedCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The agencies' certificates, one PEM file each: {@code <vahid.keys>/agencies/<id>.pem}. Those that an agency had
 * before, which still prove what it said then, are one after another in {@code <vahid.keys>/agencies/retired/<id>.pem};
 * no new answer is taken by them.
 */
public final class PinnedCertificates {
    private static final long LOOK_NANOS = 1_000_000_000L;
    private final Path folder;
    private final CryptoProvider crypto;
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

    /** @param state of the file that it was read from; @param at when that was looked at, by the nanosecond clock */
    private record Loaded(PinnedCertificate certificate, String state, long at) {}

    public PinnedCertificates(Path folder, CryptoProvider crypto) {
        this.folder = folder;
        this.crypto = crypto;
    }

    /**
     * The one of now: another file counts a second later.
     *
     * @throws IllegalStateException naming the file when it is missing or no certificate
     */
    public PinnedCertificate of(String agency) {
        Loaded known = loaded.get(agency);
        return known != null && System.nanoTime() - known.at() < LOOK_NANOS ? known.certificate() : look(agency, known);
    }

    private PinnedCertificate look(String agency, Loaded known) {
        String state = state(file(agency));
        PinnedCertificate now = known != null && known.state().equals(state) ? known.certificate() : load(agency);
        loaded.put(agency, new Loaded(now, state, System.nanoTime()));
        return now;
    }

    private static String state(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (IOException e) {
            return "none";
        }
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

    /**
     * The certificate by which an answer was proven, as PEM; the agency's own of today where that one is not at hand,
     * null where there is none at all.
     *
     * @param signer as dossiers name it, see {@link PinnedCertificate}
     */
    public byte[] pem(String agency, String signer) {
        byte[] today = pem(agency);
        if (today != null && names(today, signer)) {
            return today;
        }
        return certificates(folder.resolve("retired").resolve(agency + ".pem")).stream()
                .filter(retired -> PinnedCertificate.signer(retired).equals(signer))
                .findFirst()
                .map(one -> Pem.of(one).getBytes(StandardCharsets.US_ASCII))
                .orElse(today);
    }

    private static boolean names(byte[] pem, String signer) {
        try {
            return PinnedCertificate.signer(GatewayProof.certificate(pem)).equals(signer);
        } catch (ChangedException e) {
            return false;
        }
    }

    private static List<X509Certificate> certificates(Path file) {
        try {
            return Files.exists(file) ? GatewayProof.certificates(Files.readAllBytes(file)) : List.of();
        } catch (IOException | ChangedException e) {
            throw new IllegalStateException(
                    "The retired certificates cannot be read: put them, one PEM after another, into " + file, e);
        }
    }

    private PinnedCertificate load(String agency) {
        try {
            return read(file(agency), crypto);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The certificate of agency " + agency + " cannot be read: put it into " + file(agency), e);
        }
    }

    /** @throws GeneralSecurityException when the file is missing or no certificate */
    static PinnedCertificate read(Path file, CryptoProvider crypto) throws GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return PinnedCertificate.of(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in), crypto);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
