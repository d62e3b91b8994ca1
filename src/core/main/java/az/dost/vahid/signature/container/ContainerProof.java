package az.dost.vahid.signature.container;

import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.CheckLine;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.ChangedException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Checks a container with nothing but the gateway's certificates: its signature, and that nothing is in it that no
 * signature covers. Others may have packed it again, or have added to its signature what shows later that it held.
 */
public final class ContainerProof {
    private static final String TYPE = "application/vnd.etsi.asic-e+zip";
    private static final String MIMETYPE = "mimetype";
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private final List<X509Certificate> certificates;
    private final TimeStamps stamps;
    private final RevocationCheck revocations;
    private final Xades xades = new IsolatedXades();

    /**
     * What a check found.
     *
     * @param parts as far as they could be read, by name
     * @param lines what does not hold, each a sentence that names the part; what holds besides the signature itself;
     *     what others did to it, and what could not be checked
     * @param level form of the signature as far as it was checked, null when there is none
     * @param claimed when the signature says that it was made, null when there is none
     * @param above whether it carries certificates of authorities above the signer's, which it does not cover
     */
    public record Findings(
            Map<String, byte[]> parts, List<CheckLine> lines, String level, Instant claimed, boolean above) {
        /** Sentences; nothing when it holds. */
        public List<String> wrong() {
            return sentences(CheckLine.Outcome.WRONG);
        }

        public List<String> right() {
            return sentences(CheckLine.Outcome.HOLDS);
        }

        public List<String> noted() {
            return sentences(CheckLine.Outcome.NOTED);
        }

        private List<String> sentences(CheckLine.Outcome outcome) {
            return lines.stream()
                    .filter(line -> line.outcome() == outcome)
                    .map(CheckLine::sentence)
                    .toList();
        }
    }

    /** @param stamps null when the time-stamp authority's certificate is not at hand */
    public ContainerProof(X509Certificate certificate, TimeStamps stamps) {
        this(List.of(certificate), stamps);
    }

    /** The same where the gateway's key has changed, or gateways have different ones. */
    public ContainerProof(List<X509Certificate> certificates, TimeStamps stamps) {
        this(certificates, stamps, List.of());
    }

    /** @param authorities those that issued these certificates and sign revocation lists; none when not at hand */
    public ContainerProof(List<X509Certificate> certificates, TimeStamps stamps, List<X509Certificate> authorities) {
        this.certificates = List.copyOf(certificates);
        this.stamps = stamps;
        this.revocations = authorities.isEmpty() ? null : new RevocationCheck(List.copyOf(authorities));
    }

    /** Whether bytes may be a container; a JWS and an XML document begin otherwise. */
    public static boolean like(byte[] file) {
        // One of the four bytes that a ZIP file begins with may have been changed.
        return file.length > ZIP.length
                && (file[0] == ZIP[0] || Arrays.equals(file, 1, ZIP.length, ZIP, 1, ZIP.length));
    }

    /**
     * 1. read the parts; 2. look for what no signature can cover; 3. check the signature; 4. look for parts that it
     * does not cover; 5. check its stamps.
     */
    public Findings check(byte[] file) {
        List<CheckLine> found = new ArrayList<>();
        Map<String, byte[]> parts = read(file, found);
        try {
            SignaturePart signature = SignaturePart.of(parts);
            XadesFindings findings = xades.check(CanonicalZip.write(parts));
            signature(findings, found);
            coverage(parts, findings.parts(), signature, found);
            StampCheck stamped = new StampCheck(stamps, revocations, found);
            stamped.check(findings, signature.properties());
            return new Findings(
                    parts,
                    found,
                    stamped.level(),
                    findings.claimed(),
                    signature.shape().above());
        } catch (ChangedException e) {
            found.add(CheckLine.wrong(CheckCode.CONTAINER_DAMAGED, e.getMessage() + "."));
            return new Findings(parts, found, null, null, false);
        }
    }

    private static Map<String, byte[]> read(byte[] file, List<CheckLine> found) {
        ZipParts zip = ZipParts.read(file);
        if (!zip.wrong().isEmpty()) {
            List<String> wrong = new ArrayList<>(zip.wrong());
            Map<String, byte[]> parts = DamagedContainer.of(file)
                    .map(damaged -> damaged.parts(wrong))
                    .orElse(zip.parts());
            wrong.forEach(sentence -> found.add(CheckLine.wrong(CheckCode.CONTAINER_DAMAGED, sentence)));
            return parts;
        }
        if (!Arrays.equals(file, CanonicalZip.write(zip.parts()))) {
            found.add(
                    CheckLine.noted(
                            CheckCode.PACKED_AGAIN,
                            "It was packed again by somebody else: the ZIP file around the parts is not as the gateway writes it."));
        }
        return zip.parts();
    }

    private void signature(XadesFindings findings, List<CheckLine> found) {
        if (!findings.holds()) {
            found.add(CheckLine.wrong(
                    CheckCode.CONTENT_CHANGED,
                    "The signature in META-INF/ does not hold, or one of the parts that it is over was changed."));
        }
        // A container without a signature has no signer, for whom a list of certificates must not be asked.
        if (findings.signer() == null || !certificates.contains(findings.signer())) {
            found.add(CheckLine.wrong(
                    CheckCode.SIGNER_UNKNOWN, "The container was not signed with the gateway's certificate."));
        }
    }

    private static void coverage(
            Map<String, byte[]> parts, Map<String, Boolean> signed, SignaturePart signature, List<CheckLine> found) {
        signed.forEach((name, holds) -> {
            if (name.startsWith("#")) {
                if (!holds) {
                    found.add(
                            CheckLine.wrong(CheckCode.CONTENT_CHANGED, "A part of the signature itself was changed."));
                }
            } else if (!parts.containsKey(name)) {
                found.add(CheckLine.wrong(CheckCode.PART_MISSING, "The part " + name + " is missing.", name));
            } else if (!holds) {
                found.add(
                        CheckLine.wrong(CheckCode.PART_CHANGED, "The part " + name + " is not what was signed.", name));
            }
        });
        parts.keySet().stream()
                .filter(name -> !signed.containsKey(name)
                        && !name.equals(signature.name())
                        && !name.equals(Manifest.NAME)
                        && !name.equals(MIMETYPE))
                .forEach(name -> found.add(CheckLine.wrong(
                        CheckCode.PART_NOT_SIGNED, "The part " + name + " is not signed: it was put in.", name)));
        if (!TYPE.equals(new String(parts.getOrDefault(MIMETYPE, new byte[0]), StandardCharsets.UTF_8))) {
            found.add(CheckLine.wrong(
                    CheckCode.PART_CHANGED,
                    "The part mimetype does not say that it is a container of this kind.",
                    MIMETYPE));
        }
        if (!Manifest.read(parts).equals(Manifest.of(TYPE, signature.mediaTypes()))) {
            found.add(CheckLine.wrong(
                    CheckCode.PART_CHANGED,
                    "The part " + Manifest.NAME + " does not tell the parts and their media types as they were signed.",
                    Manifest.NAME));
        }
    }
}
