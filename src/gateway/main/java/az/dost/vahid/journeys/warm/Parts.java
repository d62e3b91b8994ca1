package az.dost.vahid.journeys.warm;

import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.signature.rehearsal.PlayedKey;
import java.util.HashMap;
import java.util.Map;

/**
 * What every call to an agency is made of.
 *
 * @param played by algorithm, the key of all agencies that are played: one of a kind is enough, and each takes a tenth
 *     of a second to make
 */
record Parts(
        GatewayKeys keys, CryptoProvider crypto, PersonHash persons, FactCheck check, Map<String, PlayedKey> played) {
    Parts(GatewayKeys keys, CryptoProvider crypto, PersonHash persons, FactCheck check) {
        this(keys, crypto, persons, check, new HashMap<>());
    }

    PlayedKey key(String algorithm) {
        return played.computeIfAbsent(algorithm, name -> PlayedKey.of("rehearsal", name));
    }
}
