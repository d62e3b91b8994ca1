package az.dost.vahid.signature;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.ProofException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature that stands in the message itself, as a text of parameters: {@code Signature: namespace="...",
 * kidId="sender|key|algorithm", algorithm="...", created="...", expires="...", headers="(created) (expires) digest",
 * signature="..."}. What is signed are the lines {@code (created): ...}, {@code (expires): ...} and {@code digest:
 * SHA-256=...}, as in the drafts of HTTP signatures that it is taken from; the digest is of the content.
 */
public final class MessageSignature {
    private static final String BEGIN = "Signature:";
    private static final String HEADERS = "(created) (expires) digest";
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z]+)=\"([^\"]*)\"");
    private static final Pattern FORM =
            Pattern.compile(BEGIN + "(\\s*[A-Za-z]+=\"[^\"]*\"\\s*,)*\\s*[A-Za-z]+=\"[^\"]*\"\\s*");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final int LONGEST = 4096;
    private static final int PARTS_OF_KEY = 3;
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(1);
    private static final String ECDSA = "ecdsa-sha256";

    private final DossierSigner signer;
    private final CryptoProvider crypto;

    public MessageSignature(DossierSigner signer, CryptoProvider crypto) {
        this.signer = signer;
        this.crypto = crypto;
    }

    /**
     * By the gateway's key: ECDSA with SHA-256, DER.
     *
     * @param sender id of the gateway among those that it speaks with
     * @param content what is signed
     */
    public String sign(String namespace, String sender, byte[] content, Instant now, Duration valid) {
        String created = String.valueOf(now.getEpochSecond());
        String expires = String.valueOf(now.plus(valid).getEpochSecond());
        String signature = Base64.getEncoder().encodeToString(signer.signature(input(created, expires, content)));
        return BEGIN + " namespace=\"" + namespace + "\", kidId=\"" + sender + "|" + signer.kid() + "|" + ECDSA
                + "\", algorithm=\"" + ECDSA + "\", created=\"" + created + "\", expires=\"" + expires
                + "\", headers=\"" + HEADERS + "\", signature=\"" + signature + "\"";
    }

    private byte[] input(String created, String expires, byte[] content) {
        return ("(created): " + created + "\n(expires): " + expires + "\ndigest: SHA-256="
                        + Base64.getEncoder().encodeToString(crypto.sha256(content)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Checks what somebody sent.
     *
     * @param sender who must have signed
     * @param keys certificates of the sender, one of which must have signed
     * @throws ProofException SIGNATURE_INVALID, SIGNER_UNKNOWN or CERTIFICATE_EXPIRED; the message says which part
     */
    public void verify(String signature, String sender, byte[] content, List<X509Certificate> keys, Instant now) {
        Map<String, String> parameters = parameters(signature);
        String algorithm = parameters.getOrDefault("algorithm", "");
        String[] key = parameters.getOrDefault("kidId", "").split("[|]", -1);
        if (key.length != PARTS_OF_KEY || !key[0].equals(sender) || !key[2].equals(algorithm)) {
            throw new ProofException(Reason.SIGNER_UNKNOWN, "kidId does not name the sender and the algorithm");
        }
        if (!HEADERS.equals(parameters.get("headers"))) {
            throw invalid("headers must be " + HEADERS);
        }
        time(parameters, now);
        byte[] input = input(parameters.get("created"), parameters.get("expires"), content);
        byte[] bytes = bytes(parameters.getOrDefault("signature", ""));
        List<X509Certificate> signers = keys.stream()
                .filter(one -> holds(one.getPublicKey(), algorithm, input, bytes))
                .toList();
        if (signers.isEmpty()) {
            throw invalid("it is not of the header and the message by a key of the sender");
        }
        if (signers.stream().noneMatch(one -> valid(one, now))) {
            throw new ProofException(Reason.CERTIFICATE_EXPIRED, "the certificate of the key is not valid now");
        }
    }

    private static Map<String, String> parameters(String signature) {
        if (signature.length() > LONGEST || !FORM.matcher(signature).matches()) {
            throw invalid("it has not the form Signature: name=\"value\", ...");
        }
        Map<String, String> parameters = new HashMap<>();
        for (Matcher one = PARAMETER.matcher(signature); one.find(); ) {
            if (parameters.put(one.group(1), one.group(2)) != null) {
                throw invalid("a parameter stands twice");
            }
        }
        return parameters;
    }

    private static void time(Map<String, String> parameters, Instant now) {
        Instant created = seconds(parameters.get("created"));
        Instant expires = seconds(parameters.get("expires"));
        if (created.isAfter(now.plus(SKEW)) || created.isBefore(now.minus(OLDEST)) || expires.isBefore(now)) {
            throw invalid("it is not of now: created or expires");
        }
    }

    private static Instant seconds(String text) {
        if (text == null || !SECONDS.matcher(text).matches()) {
            throw invalid("created and expires must be seconds since 1970");
        }
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw invalid("signature must be base64");
        }
    }

    /** Whether a key made it; an algorithm that is not the key's is none. */
    private boolean holds(PublicKey key, String algorithm, byte[] input, byte[] bytes) {
        try {
            Signature check = switch (key.getAlgorithm() + " " + algorithm) {
                case "EC " + ECDSA -> crypto.signature("SHA256withECDSA");
                case "RSA rsa-sha256" -> crypto.signature("SHA256withRSA");
                // The native provider need not have it.
                case "EdDSA ed25519", "Ed25519 ed25519" -> Signature.getInstance("Ed25519");
                default -> null;
            };
            if (check == null) {
                return false;
            }
            check.initVerify(algorithm.equals("ed25519") ? key : crypto.own(key));
            check.update(input);
            return check.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean valid(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    private static ProofException invalid(String why) {
        return new ProofException(Reason.SIGNATURE_INVALID, why);
    }
}
