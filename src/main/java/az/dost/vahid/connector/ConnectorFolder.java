package az.dost.vahid.connector;

import az.dost.vahid.normalise.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;

/**
 * A connector with what lies beside its descriptor.
 *
 * @param mapping    compiled
 * @param descriptor the resource {@code connector.yaml}
 * @param version    {@code sha-256:<hex>} over descriptor, mapping, request and layout: what decides how it behaves
 */
public record ConnectorFolder(Connector connector, Mapping mapping, Resource descriptor, String version) {
    public ConnectorFolder(Connector connector, Mapping mapping, Resource descriptor) {
        this(connector, mapping, descriptor, FolderVersion.of(connector, descriptor));
    }

    /** @throws UncheckedIOException when the folder has no such file */
    public String text(String file) {
        try {
            return descriptor.createRelative(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
