package az.dost.vahid.connector;

import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The connectors of the product, read as the gateway reads them. */
public final class BuiltInConnectors {
    public static List<Connector> read(CanonicalFacts facts) {
        return new CatalogueReader(
                        new PathMatchingResourcePatternResolver(),
                        new FolderReader(new FileSystemResource("contracts/connector.schema.json"), facts))
                .read(List.of("file:connectors/*/connector.yaml"))
                .connectors();
    }

    private BuiltInConnectors() {}
}
