package az.dost.vahid.proof.member;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A gateway as the others see it.
 *
 * @param id of one start
 * @param name for people
 * @param lives whether its lease holds, by the database's clock
 * @param joinedAt when it started
 * @param renewedAt by the database's clock; null for a gateway that has not been in the table yet
 * @param keys fingerprints, by kind
 * @param versions digests of what operators write, by name
 * @param calls calls a second of late that could not wait, by agency
 * @param told what it says of itself
 */
public record Member(
        UUID id,
        String name,
        String version,
        boolean lives,
        Instant joinedAt,
        Instant renewedAt,
        Map<String, String> keys,
        Map<String, String> versions,
        Map<String, Double> calls,
        GatewayStatus told) {
    /** Two of one name are told apart by their ids. */
    public String called() {
        return name + " (" + id.toString().substring(0, 8) + ")";
    }
}
