package az.dost.vahid.journeys.event;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.MoreDefinitions;
import az.dost.vahid.definition.Reading;
import az.dost.vahid.definition.ReleasedDefinition;
import az.dost.vahid.definition.StandingDefinitions;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.json.Json;
import az.dost.vahid.signature.Jwe;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;

/** The subscriptions' files, one each in a folder, with the certificates of those that need one. */
final class SubscriptionFiles {
    private static final ObjectMapper JSON = Json.mapper();
    private final DefinitionFolder folder;
    private final DefinitionReader reader;
    private final SubscriptionCheck check;
    private final CryptoProvider crypto;
    private final MoreDefinitions released;
    /** By file, what it said when nothing was wrong with it last. */
    private Map<String, SubscriptionVersion> stood = Map.of();

    /** @param released subscriptions beside those of the files */
    SubscriptionFiles(
            DefinitionFolder folder,
            DefinitionReader reader,
            SubscriptionCheck check,
            CryptoProvider crypto,
            MoreDefinitions released) {
        this.released = released;
        this.folder = folder;
        this.reader = reader;
        this.check = check;
        this.crypto = crypto;
    }

    /**
     * Looks at the folder from now on. @throws az.dost.vahid.definition.DefinitionException with every error of every
     * file
     */
    StandingDefinitions<WantedSubscriptions> standing(Troubles troubles) {
        return new StandingDefinitions<>("subscriptions", folder, this::read, troubles, released);
    }

    /**
     * By their ids.
     *
     * @throws az.dost.vahid.definition.DefinitionException with every error of every file
     */
    Map<String, SubscriptionVersion> read() {
        return read(folder.files()).strict().versions();
    }

    /** What is wrong with one by itself; empty when it could stand. */
    List<Finding> doubts(ReleasedDefinition one) {
        Definition definition = reader.read(one, name(one));
        List<Finding> findings = new ArrayList<>(definition.findings());
        if (findings.isEmpty()) {
            version(definition, findings);
        }
        return findings;
    }

    /** Those in which nothing is wrong; one that stood before and has a mistake now waits. */
    private Reading<WantedSubscriptions> read(List<Resource> files) {
        List<Finding> findings = new ArrayList<>();
        Map<Definition, SubscriptionVersion> read = new LinkedHashMap<>();
        for (Resource file : files) {
            Definition definition = reader.read(file, name(file));
            List<Finding> wrong = new ArrayList<>(definition.findings());
            SubscriptionVersion version = wrong.isEmpty() ? version(definition, wrong) : null;
            if (wrong.isEmpty()) {
                read.put(definition, version);
            }
            findings.addAll(wrong);
        }
        Set<Definition> wrong = new HashSet<>();
        read.forEach((definition, version) -> beside(definition, version, read).forEach(finding -> {
            findings.add(finding);
            wrong.add(definition);
        }));
        read.keySet().removeAll(wrong);
        return new Reading<>(wanted(files, read), findings);
    }

    private static String name(Resource file) {
        return "subscriptions/" + file.getFilename();
    }

    /** What is wrong with one beside the others; of several the one is wrong that has come or changed. */
    private List<Finding> beside(
            Definition definition, SubscriptionVersion version, Map<Definition, SubscriptionVersion> all) {
        SubscriptionVersion before = stood.get(definition.file());
        String id = version.subscription().id();
        List<Finding> findings = new ArrayList<>();
        if ((before == null || !before.subscription().id().equals(id))
                && all.values().stream()
                                .filter(one -> one.subscription().id().equals(id))
                                .count()
                        > 1) {
            findings.add(definition.at("the id is that of another subscription", "id"));
        }
        if (before == null || !before.version().equals(version.version())) {
            new SubscriptionCircle(all.values().stream()
                            .map(SubscriptionVersion::subscription)
                            .toList())
                    .through(version.subscription())
                    .ifPresent(path -> findings.add(definition.at(
                            "events would go round without end: " + String.join(", ", path), "republishes")));
        }
        return findings;
    }

    private WantedSubscriptions wanted(List<Resource> files, Map<Definition, SubscriptionVersion> good) {
        Map<String, SubscriptionVersion> now = new LinkedHashMap<>();
        files.forEach(
                file -> Optional.ofNullable(stood.get(name(file))).ifPresent(version -> now.put(name(file), version)));
        Set<String> waiting = now.values().stream()
                .map(version -> version.subscription().id())
                .collect(Collectors.toSet());
        Map<String, SubscriptionVersion> versions = new LinkedHashMap<>();
        good.forEach((definition, version) -> {
            now.put(definition.file(), version);
            versions.put(version.subscription().id(), version);
        });
        stood = now;
        waiting.removeAll(versions.keySet());
        return new WantedSubscriptions(versions, waiting);
    }

    private SubscriptionVersion version(Definition definition, List<Finding> findings) {
        try {
            String text = JSON.writeValueAsString(definition.content());
            Subscription subscription = JSON.readValue(text, Subscription.class);
            findings.addAll(check.check(subscription, definition));
            return new SubscriptionVersion(
                    subscription,
                    text,
                    HexFormat.of().formatHex(crypto.sha256(text.getBytes(StandardCharsets.UTF_8))),
                    subscription.deliver().certificate() == null ? null : key(subscription, definition, findings));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The schema and the class of subscriptions differ: " + e.getOriginalMessage());
        }
    }

    private Jwe key(Subscription subscription, Definition definition, List<Finding> findings) {
        try {
            return new Jwe(folder.beside(subscription.deliver().certificate()).getInputStream(), crypto);
        } catch (IOException | IllegalArgumentException e) {
            findings.add(definition.at(
                    "the certificate cannot be read from the file beside this one", "deliver", "certificate"));
            return null;
        }
    }
}
