package az.dost.vahid.signature.container;

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
 * Checks a container with nothing but the gateway's certificates: its signature, and that nothing is in it that no signature covers. Others may
 * have packed it again, or have added to its signature what shows later that it held.
 */
public final class ContainerProof {
    private static final String TYPE = "application/vnd.etsi.asic-e+zip";
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private final List<X509Certificate> certificates;
    private final TimeStamps stamps;
    private final Xades xades = new IsolatedXades();

    /**
     * What a check found.
     *
     * @param parts   as far as they could be read, by name
     * @param wrong   what does not hold, each a sentence that names the part
     * @param right   what holds besides the signature itself
     * @param noted   what others did to it, and what could not be checked; it holds all the same
     * @param level   form of the signature as far as it was checked, null when there is none
     * @param claimed when the signature says that it was made, null when there is none
     */
    public record Findings(Map<String, byte[]> parts, List<String> wrong, List<String> right, List<String> noted, String level, Instant claimed) { }

    /** @param stamps null when the time-stamp authority's certificate is not at hand */
    public ContainerProof(X509Certificate certificate, TimeStamps stamps) {
        this(List.of(certificate), stamps);
    }

    /** The same where the gateway's key has changed, or gateways have different ones. */
    public ContainerProof(List<X509Certificate> certificates, TimeStamps stamps) {
        this.certificates = List.copyOf(certificates);
        this.stamps = stamps;
    }

    /** Whether bytes may be a container; a JWS and an XML document begin otherwise. */
    public static boolean like(byte[] file) {
        // One of the four bytes that a ZIP file begins with may have been changed.
        return file.length > ZIP.length && (file[0] == ZIP[0] || Arrays.equals(file, 1, ZIP.length, ZIP, 1, ZIP.length));
    }

    /** 1. read the parts; 2. look for what no signature can cover; 3. check the signature; 4. look for parts that it does not cover; 5. check its stamps. */
    public Findings check(byte[] file) {
        List<String> wrong = new ArrayList<>();
        List<String> right = new ArrayList<>();
        List<String> noted = new ArrayList<>();
        Map<String, byte[]> parts = read(file, wrong, noted);
        try {
            SignaturePart signature = SignaturePart.of(parts);
            XadesFindings findings = xades.check(CanonicalZip.write(parts));
            signature(findings, wrong);
            coverage(parts, findings.parts(), signature, wrong);
            StampCheck stamped = new StampCheck(stamps, wrong, right, noted);
            stamped.check(findings.stamps(), signature.others());
            return new Findings(parts, wrong, right, noted, stamped.level(), findings.claimed());
        } catch (ChangedException e) {
            wrong.add(e.getMessage() + ".");
            return new Findings(parts, wrong, right, noted, null, null);
        }
    }

    private static Map<String, byte[]> read(byte[] file, List<String> wrong, List<String> noted) {
        ZipParts zip = ZipParts.read(file);
        if (!zip.wrong().isEmpty()) {
            wrong.addAll(zip.wrong());
            return DamagedContainer.of(file).map(damaged -> damaged.parts(wrong)).orElse(zip.parts());
        }
        if (!Arrays.equals(file, CanonicalZip.write(zip.parts()))) {
            noted.add("It was packed again by somebody else: the ZIP file around the parts is not as the gateway writes it.");
        }
        return zip.parts();
    }

    private void signature(XadesFindings findings, List<String> wrong) {
        if (!findings.holds()) {
            wrong.add("The signature in META-INF/ does not hold, or one of the parts that it is over was changed.");
        }
        // A container without a signature has no signer, for whom a list of certificates must not be asked.
        if (findings.signer() == null || !certificates.contains(findings.signer())) {
            wrong.add("The container was not signed with the gateway's certificate.");
        }
    }

    private static void coverage(Map<String, byte[]> parts, Map<String, Boolean> signed, SignaturePart signature, List<String> wrong) {
        signed.forEach((name, holds) -> {
            if (name.startsWith("#")) {
                if (!holds) {
                    wrong.add("A part of the signature itself was changed.");
                }
            } else if (!parts.containsKey(name)) {
                wrong.add("The part " + name + " is missing.");
            } else if (!holds) {
                wrong.add("The part " + name + " is not what was signed.");
            }
        });
        parts.keySet().stream().filter(name -> !signed.containsKey(name) && !name.equals(signature.name()) && !name.equals(Manifest.NAME)
                && !name.equals("mimetype")).forEach(name -> wrong.add("The part " + name + " is not signed: it was put in."));
        if (!TYPE.equals(new String(parts.getOrDefault("mimetype", new byte[0]), StandardCharsets.UTF_8))) {
            wrong.add("The part mimetype does not say that it is a container of this kind.");
        }
        if (!Manifest.read(parts).equals(Manifest.of(TYPE, signature.mediaTypes()))) {
            wrong.add("The part " + Manifest.NAME + " does not tell the parts and their media types as they were signed.");
        }
    }
}
