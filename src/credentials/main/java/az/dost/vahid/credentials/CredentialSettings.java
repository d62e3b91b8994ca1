package az.dost.vahid.credentials;

import az.dost.vahid.problem.StartException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.credentials.*}.
 *
 * @param folder of the credentials; blank where the bus issues none
 * @param requester in whose name it asks
 * @param official of that requester
 * @param perDay how often a citizen may ask on one day, by UTC
 * @param offered how long a wallet has to fetch one
 * @param tries how many transaction codes may be tried for one
 * @param batch how many copies a wallet may have of one, each for a key of its own
 * @param valid how long one is valid at the most
 */
@ConfigurationProperties("vahid.credentials")
record CredentialSettings(
        String folder,
        String requester,
        String official,
        int perDay,
        Duration offered,
        int tries,
        int batch,
        Duration valid) {
    CredentialSettings {
        if (perDay < 1 || tries < 1 || batch < 1 || offered.isNegative() || offered.isZero() || valid.toDays() < 1) {
            throw new StartException("vahid.credentials has a setting that is not above zero, or less than a day for"
                    + " valid: correct per-day, offered, tries, batch or valid");
        }
    }
}
