package az.dost.vahid.check;

import az.dost.vahid.check.fact.FactSchemas;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.FolderReader;
import az.dost.vahid.fact.FactCheck;
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

    /**
     * Read once: what lies in the jar stays as it is, and to read all of it takes longer than what most commands do
     * with it.
     */
    private static final class InTheJar {
        static final FactSchemas FACTS = new FactSchemas(DOSSIER);
        static final FolderReader READER = readerOfContract();
    }

    private static final class Connectors {
        static final List<Connector> ALL = readBuiltIn();
    }

    public static FactSchemas facts() {
        return InTheJar.FACTS;
    }

    /** Held to it, facts are what the gateway would believe of them. */
    static FactCheck factCheck() {
        return CHECK;
    }

    public static FolderReader reader() {
        return InTheJar.READER;
    }

    private static FolderReader readerOfContract() {
        try {
            return new FolderReader(
                    new ClassPathResource("contracts/connector.schema.json"), CanonicalFacts.of(DOSSIER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ConnectorCheck check() {
        return new ConnectorCheck(reader(), facts(), builtIn());
    }

    /** In the order of their ids. */
    public static List<Connector> builtIn() {
        return Connectors.ALL;
    }

    private static List<Connector> readBuiltIn() {
        try {
            List<Connector> connectors = new ArrayList<>();
            for (Resource descriptor :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:connectors/*/connector.yaml")) {
                Connector connector = reader().read(descriptor, "connectors").connector();
                if (connector != null) {
                    connectors.add(connector);
                }
            }
            connectors.sort(java.util.Comparator.comparing(Connector::id));
            return List.copyOf(connectors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Kit() {}
}
