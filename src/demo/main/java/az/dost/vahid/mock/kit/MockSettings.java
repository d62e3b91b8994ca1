package az.dost.vahid.mock.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Settings {@code vahid.mocks.*}.
 *
 * @param httpPort plain HTTP for agencies whose messages prove themselves, and the control endpoint
 * @param tlsPorts HTTPS port of each agency that is proven by its connection, by agency id
 * @param sftpPort the SFTP server
 * @param population number of citizens
 * @param keys folder of {@link DemoKeys}
 * @param drops folder below which file drops are made: {@code sftp/<agency>/} is served by SFTP,
 *     {@code local/<agency>/} is a local folder
 * @param secrets what the gateway must present, by name ({@code vahid.secrets.*})
 * @param pages addresses of the pages that the issuer lets people come back to, without a slash at the end
 */
public record MockSettings(
        int httpPort,
        Map<String, Integer> tlsPorts,
        int sftpPort,
        int population,
        Path keys,
        Path drops,
        Map<String, String> secrets,
        List<String> pages) {
    public MockSettings {
        pages = pages == null ? List.of() : List.copyOf(pages);
    }

    public MockSettings with(Map<String, String> newSecrets) {
        return new MockSettings(httpPort, tlsPorts, sftpPort, population, keys, drops, newSecrets, pages);
    }

    /** The secret the gateway must present. */
    public String secret(String name) {
        String secret = secrets.get(name);
        if (secret == null) {
            throw new IllegalStateException("Set vahid.secrets." + name);
        }
        return secret;
    }
}
