package az.dost.vahid.credentials;

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
        Duration valid) {}
