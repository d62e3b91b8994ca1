package az.dost.vahid.connector;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.normalise.Mapping;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.JsltException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Finds the connectors' folders, checks them all and reports every error at once. */
final class CatalogueReader {
    private static final ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final ResourcePatternResolver resources;
    private final DefinitionReader reader;
    private final Set<String> knownFacts;
    private final List<Finding> findings = new ArrayList<>();

    /** @param knownFacts the canonical facts of {@code contracts/dossier.schema.json} */
    CatalogueReader(ResourcePatternResolver resources, DefinitionReader reader, Set<String> knownFacts) {
        this.resources = resources;
        this.reader = reader;
        this.knownFacts = knownFacts;
    }

    /**
     * @param locations patterns of descriptor files, such as {@code classpath:connectors/*}{@code /connector.yaml}
     * @throws DefinitionException with every error of every folder
     */
    Catalogue read(List<String> locations) {
        Map<String, ConnectorFolder> folders = new TreeMap<>();
        for (String location : locations) {
            for (Resource descriptor : find(location)) {
                ConnectorFolder folder = folder(descriptor);
                if (folder != null && folders.putIfAbsent(folder.connector().id(), folder) != null) {
                    findings.add(new Finding(name(descriptor), 0, "the id " + folder.connector().id() + " is taken by another connector"));
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new DefinitionException(findings);
        }
        return new Catalogue(folders);
    }

    private Resource[] find(String location) {
        try {
            return resources.getResources(location);
        } catch (IOException e) {
            throw new UncheckedIOException("No connectors can be read from " + location, e);
        }
    }

    private ConnectorFolder folder(Resource descriptor) {
        Definition definition = reader.read(descriptor, name(descriptor));
        findings.addAll(definition.findings());
        if (!definition.findings().isEmpty()) {
            return null;
        }
        try {
            Connector connector = JSON.treeToValue(definition.content(), Connector.class);
            check(definition, connector, descriptor);
            Mapping mapping = mapping(definition, connector, descriptor);
            return mapping == null ? null : new ConnectorFolder(connector, mapping, descriptor);
        } catch (JsonProcessingException e) {
            findings.add(definition.at(e.getOriginalMessage()));
            return null;
        }
    }

    private void check(Definition definition, Connector connector, Resource descriptor) {
        if (!name(descriptor).equals("connectors/" + connector.id() + "/connector.yaml")) {
            findings.add(definition.at("the id must be the folder's name", "id"));
        }
        for (int i = 0; i < connector.facts().size(); i++) {
            checkFact(definition, connector.facts().get(i), "facts", i);
        }
        for (int i = 0; i < connector.confirms().size(); i++) {
            checkFact(definition, connector.confirms().get(i), "confirms", i);
        }
        if (connector.call() != null && connector.call().request() != null && !exists(descriptor, connector.call().request())) {
            findings.add(definition.at("the folder has no file " + connector.call().request(), "call", "request"));
        }
    }

    private void checkFact(Definition definition, String fact, Object... path) {
        if (!knownFacts.contains(fact)) {
            findings.add(definition.at("no fact is called " + fact + "; contracts/dossier.schema.json lists them", path));
        }
    }

    private Mapping mapping(Definition definition, Connector connector, Resource descriptor) {
        if (!exists(descriptor, connector.mapping())) {
            findings.add(definition.at("the folder has no file " + connector.mapping(), "mapping"));
            return null;
        }
        String file = name(descriptor).replace("connector.yaml", connector.mapping());
        try {
            return Mapping.compile(new StringReader(descriptor.createRelative(connector.mapping())
                    .getContentAsString(StandardCharsets.UTF_8)), file);
        } catch (JsltException e) {
            findings.add(new Finding(file, Math.max(0, e.getLine()), e.getMessageWithoutLocation().lines().findFirst().orElse("is not JSLT")));
        } catch (IOException e) {
            findings.add(new Finding(file, 0, "cannot be read"));
        }
        return null;
    }

    private static boolean exists(Resource descriptor, String file) {
        try {
            return descriptor.createRelative(file).exists();
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(Resource descriptor) {
        String[] parts = descriptor.getDescription().replaceAll("[\\]]$", "").split("[/\\[]");
        return "connectors/" + parts[Math.max(0, parts.length - 2)] + "/" + descriptor.getFilename();
    }
}
