package az.dost.vahid.connector;

import az.dost.vahid.definition.StandingVersions;
import az.dost.vahid.wordbook.Word;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All connectors, by agency id, in the ids' order. */
public final class Catalogue {
    private volatile Map<String, ConnectorFolder> folders;

    public Catalogue(Map<String, ConnectorFolder> folders) {
        this.folders = Collections.unmodifiableMap(new TreeMap<>(folders));
    }

    /**
     * Adds a connector, or puts a new version in the place of the one with its id; lookups planned before keep theirs.
     */
    public synchronized void put(ConnectorFolder folder) {
        Map<String, ConnectorFolder> changed = new TreeMap<>(folders);
        changed.put(folder.connector().id(), folder);
        folders = Collections.unmodifiableMap(changed);
    }

    /** Over all of them: the same where the same versions of the same connectors are used. */
    public String version() {
        Map<String, String> versions = new TreeMap<>();
        folders.forEach((id, folder) -> versions.put(id, folder.version()));
        return StandingVersions.of(versions);
    }

    public boolean has(String agency) {
        return folders.containsKey(agency);
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

    /** What people call an agency; its id in both languages where there is no such connector. */
    public Word name(String agency) {
        ConnectorFolder folder = folders.get(agency);
        return folder == null
                ? new Word(agency, agency)
                : new Word(
                        folder.connector().authority().az(),
                        folder.connector().authority().en());
    }

    /** The connectors that are a source of any of the facts, or confirm one. */
    public List<Connector> sourcesOf(Set<String> facts) {
        return connectors().stream()
                .filter(c -> c.facts().stream().anyMatch(facts::contains)
                        || c.confirms().stream().anyMatch(facts::contains))
                .toList();
    }
}
