package az.dost.vahid.kit;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.kit.certify.TriedAgency;
import az.dost.vahid.sources.agency.SingleAgency;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the agency is that a command asks, and with what. */
final class AgencyOptions {
    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Address of the agency; the setting vahid.endpoints.<key> when not given.")
    private String endpoint;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting, such as vahid.secrets.<name>; environment variables count too.")
    private Map<String, String> settings = new HashMap<>();

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            defaultValue = "data/keys",
            description = "The gateway's vahid.keys (default: ${DEFAULT-VALUE}).")
    private Path keys;

    /** @throws az.dost.vahid.problem.StartException naming the setting that the agency lacks */
    SingleAgency open(CheckedFolder folder) throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        if (endpoint != null) {
            all.put("vahid.endpoints." + folder.connector().endpoint(), endpoint);
        }
        return TriedAgency.of(folder, all, keys);
    }
}
