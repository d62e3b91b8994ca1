package az.dost.vahid.signature.container;

import az.dost.vahid.signature.ChangedException;
import az.dost.vahid.signature.ProofException;
import az.dost.vahid.signature.XmlFactories;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Checks a container with nothing but the gateway's certificate: its signature, and every byte that no signature covers. */
public final class ContainerProof {
    private static final String TYPE = "application/vnd.etsi.asic-e+zip";
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final String META = "META-INF/";
    private final X509Certificate certificate;
    private final Xades xades = new IsolatedXades();

    /**
     * What a check found.
     *
     * @param parts as far as they could be read, by name
     * @param wrong what does not hold, each a sentence that names the part
     * @param level form of the signature, null when there is none
     */
    public record Findings(Map<String, byte[]> parts, List<String> wrong, String level) { }

    public ContainerProof(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /** Whether bytes may be a container; a JWS and an XML document begin otherwise. */
    public static boolean like(byte[] file) {
        // One of the four bytes that a ZIP file begins with may have been changed.
        return file.length > ZIP.length && (file[0] == ZIP[0] || Arrays.equals(file, 1, ZIP.length, ZIP, 1, ZIP.length));
    }

    /** 1. compare the file with what its parts make; 2. check the signature; 3. look for parts that it does not cover. */
    public Findings check(byte[] file) {
        List<String> wrong = new ArrayList<>();
        Map<String, byte[]> parts = read(file, wrong);
        String level = null;
        try {
            sound(parts);
            XadesFindings findings = xades.check(CanonicalZip.write(parts));
            level = findings.level();
            signature(findings, wrong);
            coverage(parts, findings.parts(), wrong);
        } catch (ChangedException e) {
            wrong.add(e.getMessage() + ".");
        }
        return new Findings(parts, wrong, level);
    }

    /** The library's own parser would take a document type, and tell the console what it stumbled over. */
    private static void sound(Map<String, byte[]> parts) {
        parts.forEach((name, part) -> {
            if (name.startsWith(META) && name.endsWith(".xml")) {
                try {
                    XmlFactories.parse(part);
                } catch (ProofException e) {
                    throw new ChangedException("The part " + name + " is no XML document, or declares a document type");
                }
            }
        });
    }

    private static Map<String, byte[]> read(byte[] file, List<String> wrong) {
        Map<String, byte[]> central = ZipReading.central(file);
        Map<String, byte[]> local = ZipReading.local(file);
        names(central, local, wrong);
        Map<String, byte[]> best = new LinkedHashMap<>();
        int fewest = Integer.MAX_VALUE;
        for (Map<String, byte[]> parts : Stream.of(central, local).filter(Objects::nonNull).toList()) {
            int different = different(CanonicalZip.write(parts), file);
            if (different < fewest) {
                fewest = different;
                best = parts;
            }
        }
        if (fewest > 0) {
            int position = Arrays.mismatch(CanonicalZip.write(best), file);
            wrong.add(ZipReading.at(best, position) + " is not as it was written.");
        }
        return best;
    }

    private static int different(byte[] expected, byte[] file) {
        int different = Math.abs(expected.length - file.length);
        for (int i = 0; i < Math.min(expected.length, file.length); i++) {
            different += expected[i] == file[i] ? 0 : 1;
        }
        return different;
    }

    private static void names(Map<String, byte[]> central, Map<String, byte[]> local, List<String> wrong) {
        if (central != null && local != null && central.size() == local.size()) {
            List<String> names = List.copyOf(local.keySet());
            int at = 0;
            for (String name : central.keySet()) {
                if (!name.equals(names.get(at))) {
                    wrong.add("The part " + name + " is called " + names.get(at) + " in its own header.");
                }
                at++;
            }
        }
    }

    private void signature(XadesFindings findings, List<String> wrong) {
        if (!findings.holds()) {
            wrong.add("The signature in " + META + " does not hold, or one of the parts that it is over was changed.");
        }
        if (!certificate.equals(findings.signer())) {
            wrong.add("The container was not signed with the gateway's certificate.");
        }
    }

    private static void coverage(Map<String, byte[]> parts, Map<String, Boolean> signed, List<String> wrong) {
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
        parts.keySet().stream().filter(name -> !signed.containsKey(name) && !name.startsWith(META) && !name.equals("mimetype"))
                .forEach(name -> wrong.add("The part " + name + " is not signed: it was put in."));
        if (!TYPE.equals(new String(parts.getOrDefault("mimetype", new byte[0]), StandardCharsets.UTF_8))) {
            wrong.add("The part mimetype does not say that it is a container of this kind.");
        }
    }
}
