package az.dost.vahid.journeys.warm;

import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.signature.rehearsal.PlayedKey;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;

/**
 * What every call to an agency is made of.
 *
 * @param played by algorithm, the key of all agencies that are played: one of a kind is enough, and each takes a tenth
 *     of a second to make
 * @param shown whose certificate stands in what is played, so that no proof of it holds; null for the key's own
 */
record Parts(
        GatewayKeys keys,
        CryptoProvider crypto,
        PersonHash persons,
        FactCheck check,
        Map<String, PlayedKey> played,
        X509Certificate shown) {
    Parts(GatewayKeys keys, CryptoProvider crypto, PersonHash persons, FactCheck check) {
        this(keys, crypto, persons, check, new HashMap<>(), null);
    }

    Parts showing(X509Certificate certificate) {
        return new Parts(keys, crypto, persons, check, played, certificate);
    }

    PlayedKey key(String algorithm) {
        PlayedKey own = played.computeIfAbsent(algorithm, name -> PlayedKey.of("rehearsal", name));
        return shown == null ? own : own.showing(shown);
    }
}
