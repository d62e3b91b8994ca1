package az.dost.vahid.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every version of a connector that ever ran, so that what it read can be read by it again. The database has them for
 * all gateways; a folder those that were read here.
 */
public final class VersionArchive {
    /** What comes out of a database may be no name of a file. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Path folder;
    private final JdbcTemplate jdbc;

    /**
     * @param data the gateway's {@code vahid.data}
     * @param jdbc null apart from any gateway
     */
    public VersionArchive(Path data, JdbcTemplate jdbc) {
        this.folder = data.resolve("connector-versions");
        this.jdbc = jdbc;
    }

    /**
     * Keeps a version that is about to run, unless it is kept already. @throws UncheckedIOException when it cannot be
     * written
     */
    public void keep(ConnectorFolder connector) {
        String agency = connector.connector().id();
        String version = connector.version();
        Map<String, String> files = files(connector);
        write(agency, version, files);
        if (jdbc != null
                && jdbc.queryForObject(
                        "select not exists (select 1 from connector_version where version = ? and agency = ?)",
                        Boolean.class,
                        version,
                        agency)) {
            jdbc.batchUpdate(
                    "insert into connector_version (version, agency, file, content) values (?, ?, ?, ?) on conflict do nothing",
                    files.entrySet().stream()
                            .map(file -> new Object[] {version, agency, file.getKey(), file.getValue()})
                            .toList());
        }
    }

    private static Map<String, String> files(ConnectorFolder connector) {
        Map<String, String> files = new LinkedHashMap<>();
        Stream.concat(Stream.of("connector.yaml"), connector.connector().files().stream())
                .forEach(file -> files.put(file, connector.text(file)));
        return files;
    }

    private void write(String agency, String version, Map<String, String> files) {
        Path target = path(agency, version);
        if (Files.exists(target)) {
            return;
        }
        try {
            Path draft = Files.createTempDirectory(Files.createDirectories(target.getParent()), "draft");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(draft.resolve(file.getKey()), file.getValue());
            }
            try {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.exists(target)) {
                    throw e;
                }
                // Another gateway on the same folder was quicker.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The version of the connector " + agency + " cannot be kept in " + folder, e);
        }
    }

    /**
     * The folder with the version's files; its name is the connector's id. Whoever reads it compares the version: a
     * database may have been edited.
     */
    public Optional<Path> find(String agency, String version) {
        Path found = path(agency, version);
        if (jdbc != null && !Files.isDirectory(found)) {
            Map<String, String> files = new LinkedHashMap<>();
            jdbc.query(
                    "select file, content from connector_version where version = ? and agency = ?",
                    row -> {
                        files.put(row.getString(1), row.getString(2));
                    },
                    version,
                    agency);
            if (files.keySet().stream().allMatch(name -> PLAIN.matcher(name).matches())
                    && files.containsKey("connector.yaml")) {
                write(agency, version, files);
            }
        }
        return Optional.of(found).filter(Files::isDirectory);
    }

    private Path path(String agency, String version) {
        return folder.resolve(version.replaceFirst("^sha-256:", "")).resolve(agency);
    }
}
