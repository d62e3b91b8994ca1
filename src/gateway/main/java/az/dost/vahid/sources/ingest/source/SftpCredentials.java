package az.dost.vahid.sources.ingest.source;

import com.jcraft.jsch.JSch;
import java.nio.file.Path;
import java.util.Map;

/**
 * How the gateway and an SFTP server know each other: the server by {@code <vahid.keys>/sftp_known_hosts}, the gateway
 * by {@code <vahid.keys>/sftp_identity} or, where there is no such key, by a password.
 *
 * @param parameters of the route template
 * @param query the same for an address
 */
public record SftpCredentials(Map<String, String> parameters, String query) {
    private static final String STRICT =
            "&useUserKnownHostsFile=false&strictHostKeyChecking=yes&disconnect=true&stepwise=false"
                    + "&connectTimeout=10000&soTimeout=30000&maximumReconnectAttempts=0&knownHostsFile=";

    static {
        // Else each connection makes a key for every exchange that it could propose, to see that the JVM can: most of
        // what it costs.
        JSch.setConfig("CheckKexes", "");
    }

    public static SftpCredentials identity(Path keys) {
        String hosts = hosts(keys);
        String identity = keys.resolve("sftp_identity").toString();
        return new SftpCredentials(
                Map.of("knownHosts", hosts, "identity", identity), STRICT + hosts + "&privateKeyFile=" + identity);
    }

    public static SftpCredentials password(Path keys, String password) {
        String hosts = hosts(keys);
        // The YAML DSL itself takes a password as it stands; in an address that must be said.
        return new SftpCredentials(
                Map.of("knownHosts", hosts, "password", password), STRICT + hosts + "&password=RAW(" + password + ")");
    }

    private static String hosts(Path keys) {
        return keys.resolve("sftp_known_hosts").toString();
    }
}
