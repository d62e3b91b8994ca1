package az.dost.vahid.kit.check;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.FolderReader;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.kit.fact.FactSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the commands need of the jar: the contracts, and the connectors that are built in. */
public final class Kit {
    private static final Resource DOSSIER = new ClassPathResource("contracts/dossier.schema.json");
    private static final FactCheck CHECK = FactCheck.ofContract();

    public static FactSchemas facts() {
        return new FactSchemas(DOSSIER);
    }

    /** Held to it, facts are what the gateway would believe of them. */
    static FactCheck factCheck() {
        return CHECK;
    }

    public static FolderReader reader() {
        try {
            return new FolderReader(new ClassPathResource("contracts/connector.schema.json"), CanonicalFacts.of(DOSSIER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ConnectorCheck check() {
        FolderReader reader = reader();
        return new ConnectorCheck(reader, facts(), builtIn(reader));
    }

    /** In the order of their ids. */
    public static List<Connector> builtIn(FolderReader reader) {
        try {
            List<Connector> connectors = new ArrayList<>();
            for (Resource descriptor : new PathMatchingResourcePatternResolver().getResources("classpath*:connectors/*/connector.yaml")) {
                Connector connector = reader.read(descriptor, "connectors").connector();
                if (connector != null) {
                    connectors.add(connector);
                }
            }
            connectors.sort(java.util.Comparator.comparing(Connector::id));
            return connectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Kit() { }
}
