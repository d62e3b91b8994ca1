package az.dost.vahid.signature.key;

import az.dost.vahid.problem.StartException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;

/** How requests to an agency are signed (XML Signature 1.1, section 6.4), each with a key of its own. */
public enum RequestSignature {
    @JsonProperty("rsa-sha256")
    RSA_SHA256("wss", "RSA", "SHA256withRSA", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"),
    /** The two numbers of the signature one after another, 32 bytes each, as XML Signature wants them. */
    @JsonProperty("ecdsa-sha256")
    ECDSA_SHA256(
            "wss-ec",
            "EC P-256",
            "SHA256withECDSAinP1363Format",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");

    private static final int P256_BITS = 256;
    private final String alias;
    private final String kind;
    private final String algorithm;
    private final String uri;

    RequestSignature(String alias, String kind, String algorithm, String uri) {
        this.alias = alias;
        this.kind = kind;
        this.algorithm = algorithm;
        this.uri = uri;
    }

    /** By its name in {@code contracts/connector.schema.json}; RSA for one that there is not. */
    public static RequestSignature named(String name) {
        return name.equals("ecdsa-sha256") ? ECDSA_SHA256 : RSA_SHA256;
    }

    /** The one that a key makes. */
    public static RequestSignature by(GatewayKeys.Pair key) {
        return key.certificate().getPublicKey() instanceof ECPublicKey ? ECDSA_SHA256 : RSA_SHA256;
    }

    /** The alias of its key among the gateway's own. */
    public String alias() {
        return alias;
    }

    /** For whom an algorithm is known by its name in Java. */
    public String algorithm() {
        return algorithm;
    }

    /** The name of its algorithm in XML. */
    public String uri() {
        return uri;
    }

    /** In words: what kind of key makes it. */
    public String kind() {
        return kind;
    }

    /**
     * Its key.
     *
     * @throws StartException in one line, when the gateway has none, or one of another kind under the alias
     */
    public GatewayKeys.Pair key(GatewayKeys keys) {
        GatewayKeys.Pair pair = keys.pair(alias);
        if (!fits(pair.certificate().getPublicKey())) {
            throw new StartException("The gateway's key " + alias + " must be of the kind " + kind);
        }
        return pair;
    }

    private boolean fits(PublicKey key) {
        return this == RSA_SHA256
                ? key instanceof RSAPublicKey
                : key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() == P256_BITS;
    }
}
