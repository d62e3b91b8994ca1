package az.dost.vahid.connector;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.problem.StartException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Addresses of agencies, {@code endpoints.yaml} beside the folders of their connectors
 * ({@code contracts/endpoints.schema.json}): who may put a connector there may say where its agency is. It is read
 * whenever it is asked, and no link is followed.
 */
public final class EndpointFile {
    private static final String NAME = "endpoints.yaml";
    private static final int MOST_BYTES = 1 << 20;
    private final Path folder;

    /** Read once, and not before there is a file. */
    private static final class Schema {
        static final DefinitionReader READER = DefinitionReader.of("endpoints");
    }

    /** @param folder {@code vahid.connectors}; null where there is none */
    public EndpointFile(Path folder) {
        this.folder = folder;
    }

    /** @param connectors value of {@code vahid.connectors}; blank for none */
    public static EndpointFile of(String connectors) {
        return new EndpointFile(connectors.isBlank() ? null : Path.of(connectors));
    }

    /**
     * Where an agency is.
     *
     * @param endpoint of its connector
     * @param setting what the setting says; null or blank where it is not set
     * @throws StartException when neither says it, both say another thing, or the file has an error
     */
    public String address(String endpoint, String setting) {
        Optional<String> here = Optional.ofNullable(read().get(endpoint));
        if (setting == null || setting.isBlank()) {
            return here.orElseThrow(() -> new StartException("Set vahid.endpoints." + endpoint + ", or write "
                    + endpoint + " into " + NAME + " in vahid.connectors: a connector needs it"));
        }
        if (here.isPresent() && !here.get().equals(setting.strip())) {
            throw new StartException("The setting vahid.endpoints." + endpoint + " and " + NAME
                    + " in vahid.connectors say two addresses: take one of them out");
        }
        return setting;
    }

    /**
     * All addresses, by the connectors' endpoints; none without the file.
     *
     * @throws StartException with every error of the file; no value of it is told
     */
    public Map<String, String> read() {
        Map<String, String> addresses = new TreeMap<>();
        if (folder == null) {
            return addresses;
        }
        OthersFiles files = new OthersFiles(folder);
        Path file = folder.resolve(NAME);
        Optional<String> refused = files.refused(file, MOST_BYTES);
        if (refused.isPresent()) {
            throw new StartException(NAME + " in vahid.connectors " + refused.get());
        }
        if (!files.has(file)) {
            return addresses;
        }
        Definition definition = Schema.READER.read(files.resource(file), NAME);
        if (!definition.findings().isEmpty()) {
            throw new StartException(
                    definition.findings().stream().map(Finding::toString).collect(Collectors.joining("\n")));
        }
        definition
                .content()
                .properties()
                .forEach(one -> addresses.put(one.getKey(), one.getValue().asText()));
        return addresses;
    }

    /** Differs when the file was written, came or went. */
    public String state() {
        try {
            return read().toString();
        } catch (StartException e) {
            return e.getMessage();
        }
    }
}
