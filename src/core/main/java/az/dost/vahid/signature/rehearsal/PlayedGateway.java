package az.dost.vahid.signature.rehearsal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Map;

/** Keys of a gateway that only rehearses, for a desk on which there are none yet. */
public final class PlayedGateway {
    private static final Map<String, String> KEYS = Map.of("dossier", "EC", "wss", "RSA", "wss-ec", "EC", "tls", "EC");

    /** Makes a store, its password empty, unless there is one. */
    public static void keys(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        char[] none = {};
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, none);
            for (Map.Entry<String, String> alias : KEYS.entrySet()) {
                PlayedKey key = PlayedKey.of("gateway " + alias.getKey(), alias.getValue());
                store.setKeyEntry(alias.getKey(), key.pair().getPrivate(), none, new Certificate[] {key.certificate()});
            }
            store.store(out, none);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PlayedGateway() {}
}
