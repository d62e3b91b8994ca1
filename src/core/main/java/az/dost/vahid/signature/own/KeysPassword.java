package az.dost.vahid.signature.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The password of the gateway's key store, which is no argument: everybody on the machine could see it there. */
final class KeysPassword {
    static final String VARIABLE = "VAHID_KEYS_PASSWORD";

    /** @param file its first line is the password; null for the variable. Empty where there is none */
    static String read(Path file) throws IOException {
        if (file == null) {
            return System.getenv().getOrDefault(VARIABLE, "");
        }
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        }
    }

    private KeysPassword() {}
}
