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
 */
public record ConnectorFolder(Connector connector, Mapping mapping, Resource descriptor) {
    /** @throws UncheckedIOException when the folder has no such file */
    public String text(String file) {
        try {
            return descriptor.createRelative(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
