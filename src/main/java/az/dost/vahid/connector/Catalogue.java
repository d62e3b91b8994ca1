package az.dost.vahid.connector;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All connectors, by agency id, in the ids' order. */
public final class Catalogue {
    private final Map<String, ConnectorFolder> folders;

    Catalogue(Map<String, ConnectorFolder> folders) {
        this.folders = Collections.unmodifiableMap(new TreeMap<>(folders));
    }

    public Collection<ConnectorFolder> folders() {
        return folders.values();
    }

    public List<Connector> connectors() {
        return folders.values().stream().map(ConnectorFolder::connector).toList();
    }

    /** @throws IllegalArgumentException for an unknown agency */
    public ConnectorFolder folder(String agency) {
        ConnectorFolder folder = folders.get(agency);
        if (folder == null) {
            throw new IllegalArgumentException("No connector has the id " + agency);
        }
        return folder;
    }

    /** The connectors that are a source of any of the facts, or confirm one. */
    public List<Connector> sourcesOf(Set<String> facts) {
        return connectors().stream()
                .filter(c -> c.facts().stream().anyMatch(facts::contains) || c.confirms().stream().anyMatch(facts::contains))
                .toList();
    }
}
