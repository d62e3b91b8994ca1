package az.dost.vahid.edge.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tokens that are not the issuer's, each wrong in one way. */
final class ForgedTokens {
    interface Forger {
        String forge(Issuer issuer, Issuer attacker) throws Exception;
    }

    static Map<String, Forger> all() {
        Map<String, Forger> all = new LinkedHashMap<>();
        all.put("alg none", (issuer, attacker) -> new PlainJWT(Issuer.claims().build()).serialize());
        all.put(
                "alg none beside the issuer's signature",
                (issuer, attacker) -> new PlainJWT(Issuer.claims().build()).serialize()
                        + issuer.token(claims -> claims).split("[.]")[2]);
        all.put(
                "another key under the issuer's key id",
                (issuer, attacker) ->
                        attacker.token(issuer.header().build(), Issuer.claims().build()));
        all.put("an unknown key id", (issuer, attacker) -> attacker.token(claims -> claims));
        all.put(
                "no key id and another key",
                (issuer, attacker) -> attacker.token(
                        issuer.header().keyID(null).build(), Issuer.claims().build()));
        all.put(
                "jku points to other keys",
                (issuer, attacker) -> attacker.token(
                        issuer.header().jwkURL(URI.create(attacker.keys())).build(),
                        Issuer.claims().build()));
        all.put(
                "jku and key id of the attacker",
                (issuer, attacker) -> attacker.token(
                        attacker.header().jwkURL(URI.create(attacker.keys())).build(),
                        Issuer.claims().build()));
        all.put(
                "x5u points to another certificate",
                (issuer, attacker) -> attacker.token(
                        issuer.header().x509CertURL(URI.create(attacker.keys())).build(),
                        Issuer.claims().build()));
        all.put(
                "the key in its own header",
                (issuer, attacker) -> attacker.token(
                        attacker.header().jwk(attacker.key.toPublicJWK()).build(),
                        Issuer.claims().build()));
        all.put("HMAC with the issuer's public key", (issuer, attacker) -> {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(issuer.key.getKeyID())
                            .build(),
                    Issuer.claims().build());
            jwt.sign(new MACSigner(issuer.key.toECPublicKey().getEncoded()));
            return jwt.serialize();
        });
        all.put("RSA under the issuer's key id", (issuer, attacker) -> {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(issuer.key.getKeyID())
                            .build(),
                    Issuer.claims().build());
            jwt.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
            return jwt.serialize();
        });
        all.put("claims changed after signing", (issuer, attacker) -> {
            String[] parts =
                    issuer.token(claims -> claims.claim("client_id", "nobody")).split("[.]");
            return parts[0] + "." + Base64URL.encode(Issuer.claims().build().toString()) + "." + parts[2];
        });
        all.put(
                "no signature",
                (issuer, attacker) -> issuer.token(claims -> claims).replaceFirst("[^.]*$", ""));
        all.put(
                "a zero signature",
                (issuer, attacker) -> issuer.token(claims -> claims)
                        .replaceFirst("[^.]*$", Base64URL.encode(new byte[64]).toString()));
        all.put("one character of the signature changed", (issuer, attacker) -> {
            String token = issuer.token(claims -> claims);
            int at = token.length() - 20;
            return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
        });
        all.put(
                "another kind of JWT",
                (issuer, attacker) -> issuer.token(
                        issuer.header()
                                .type(new JOSEObjectType("vahid-dossier+json"))
                                .build(),
                        Issuer.claims().build()));
        all.put(
                "a critical header that nobody knows",
                (issuer, attacker) -> issuer.token(
                        issuer.header()
                                .customParam("exp2", 1)
                                .criticalParams(Set.of("exp2"))
                                .build(),
                        Issuer.claims().build()));
        List.of(
                        "",
                        "a",
                        "a.b",
                        "a.b.c",
                        "a.b.c.d",
                        "...",
                        "eyJ",
                        "e30.e30.e30",
                        "e30.e30.",
                        "\u0130.\u0131.x",
                        "a".repeat(20_000) + ".a.a",
                        "eyJhbGciOiJFUzI1NiJ9.W10.AA",
                        "eyJhbGciOjF9.e30.AA",
                        "eyJhbGciOiJFUzI1NiIsImFsZyI6Im5vbmUifQ.e30.AA")
                .forEach(text -> all.put(
                        "not a token: " + (text.length() > 60 ? text.length() + " characters" : text),
                        (issuer, attacker) -> text));
        return all;
    }

    private ForgedTokens() {}
}
