package az.dost.vahid.pages.verification;

import java.util.List;
import java.util.Map;

/** How anybody repeats a check with tools that are not ours; {@code src/docs/ask.md} explains each. */
final class Repetition {
    private static final String KEYS = "curl -s $VAHID/v1/keys -o keys.json";
    private static final String CERTIFICATE = "curl -s $VAHID/v1/keys/certificate -o vahid.pem";
    private static final String JOSE = "jose jws ver -i file.jws -k keys.json -O content.json";
    private static final String XMLSEC =
            "xmlsec1 --verify --enabled-key-data key-name --pubkey-cert-pem vahid.pem --id-attr:Id SignedProperties ";
    private static final List<String> JWS = List.of(KEYS, JOSE);
    private static final List<String> DETACHED = List.of(KEYS, "jose jws ver -i file.jws -I dossier.json -k keys.json");
    private static final List<String> XML = List.of(CERTIFICATE, XMLSEC + "file.xml");
    private static final List<String> CONTAINER = List.of(
            CERTIFICATE,
            "unzip -qo file.asice -d parts",
            "cd parts",
            XMLSEC.replace("vahid.pem", "../vahid.pem") + "META-INF/signatures001.xml",
            "openssl dgst -sha256 -binary dossier.json | base64",
            "python3 proof.py receipt receipt.json --dossier dossier.json --certificate ../vahid.pem",
            "python3 proof.py rows . --certificate ../vahid.pem");
    private static final Map<String, List<String>> BY_KIND = Map.ofEntries(
            Map.entry("DOSSIER_CONTAINER", CONTAINER),
            Map.entry("EXCHANGE_CONTAINER", CONTAINER.subList(0, 4)),
            Map.entry("DOSSIER_JWS", JWS),
            Map.entry("FILE_RECEIPT", JWS),
            Map.entry("OTHER_JWS", JWS),
            Map.entry("DOSSIER_DETACHED_JWS", DETACHED),
            Map.entry("OTHER_DETACHED_JWS", DETACHED),
            Map.entry("DOSSIER_XML", XML),
            Map.entry("OTHER_XML", XML),
            Map.entry("CREDENTIAL", List.of(KEYS, "cut -d~ -f1 file.sd-jwt | tr -d '\\n' > file.jws", JOSE)),
            Map.entry("RECEIPT", List.of(CERTIFICATE, "python3 proof.py receipt file.json --certificate vahid.pem")),
            Map.entry(
                    "SIGNED_FILE",
                    List.of(
                            CERTIFICATE,
                            "openssl cms -verify -binary -inform DER -in file.p7s -content file -certfile vahid.pem -noverify -out /dev/null")));

    /** Nothing for a kind that is not known: what is damaged is checked with the tool of what it should be. */
    static List<String> of(String kind) {
        return BY_KIND.getOrDefault(kind, List.of());
    }

    private Repetition() {}
}
