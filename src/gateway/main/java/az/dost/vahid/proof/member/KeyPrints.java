package az.dost.vahid.proof.member;

import java.util.List;
import java.util.Map;

/**
 * Fingerprints of the keys of a gateway.
 *
 * @param person of the key by which persons are known
 * @param record of the keys that open the record, the one that encrypts first
 * @param signing name ({@code kid}) of the key that signs; gateways may have different ones
 */
record KeyPrints(String person, List<String> record, String signing) {
    static final String PERSON = "person";
    static final String RECORD = "record";
    static final String SIGNING = "signing";

    /** As they stand in a row. */
    Map<String, String> row() {
        return Map.of(PERSON, person, RECORD, String.join(" ", record), SIGNING, signing);
    }
}
