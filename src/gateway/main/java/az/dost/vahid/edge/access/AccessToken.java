package az.dost.vahid.edge.access;

import java.time.Instant;

/**
 * What a proven access token says.
 *
 * @param client OAuth client that it was issued to; null when it says none
 * @param fin of the citizen whom it stands for; null for another's token
 * @param official id of the official who uses the client; null where it proves none
 * @param expires when it ends, UTC
 * @param certificate SHA-256 of the certificate it is bound to (RFC 8705, section 3.1), base64url; null for a bearer
 *     token
 */
record AccessToken(String client, String fin, String official, Instant expires, String certificate) {
    @Override
    public String toString() {
        return "AccessToken of " + client;
    }
}
