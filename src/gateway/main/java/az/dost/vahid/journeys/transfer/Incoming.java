package az.dost.vahid.journeys.transfer;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A file that was fetched and is not taken yet.
 *
 * @param id that it will have here
 * @param digest {@code sha-256:<hex>}
 * @param signature detached, RFC 5652; null until it is fetched
 */
record Incoming(
        UUID id, String sender, String type, String name, Path file, long size, String digest, byte[] signature) {
    static final String PROPERTY = "vahid.transfer";

    Incoming with(byte[] beside) {
        return new Incoming(id, sender, type, name, file, size, digest, beside);
    }
}
