package az.dost.vahid.event;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.signature.Jwe;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;

/** The subscriptions' files, one each in a folder, with the certificates of those that need one. */
final class SubscriptionFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final DefinitionFolder folder;
    private final DefinitionReader reader;
    private final SubscriptionCheck check;
    private final CryptoProvider crypto;

    SubscriptionFiles(DefinitionFolder folder, DefinitionReader reader, SubscriptionCheck check, CryptoProvider crypto) {
        this.folder = folder;
        this.reader = reader;
        this.check = check;
        this.crypto = crypto;
    }

    boolean changed() {
        return folder.changed();
    }

    /**
     * By their ids.
     *
     * @throws DefinitionException with every error of every file
     */
    Map<String, SubscriptionVersion> read() {
        Map<String, SubscriptionVersion> read = new LinkedHashMap<>();
        Map<String, Definition> definitions = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Resource file : folder.files()) {
            Definition definition = reader.read(file, "subscriptions/" + file.getFilename());
            findings.addAll(definition.findings());
            if (definition.findings().isEmpty()) {
                SubscriptionVersion version = version(definition, findings);
                if (read.putIfAbsent(version.subscription().id(), version) != null) {
                    findings.add(definition.at("the id is that of another subscription", "id"));
                }
                definitions.putIfAbsent(version.subscription().id(), definition);
            }
        }
        SubscriptionCircle circle = new SubscriptionCircle(read.values().stream().map(SubscriptionVersion::subscription).toList());
        read.values().forEach(version -> circle.through(version.subscription()).ifPresent(path -> findings.add(definitions
                .get(version.subscription().id()).at("events would go round without end: " + String.join(", ", path), "republishes"))));
        if (!findings.isEmpty()) {
            throw new DefinitionException(findings);
        }
        return read;
    }

    private SubscriptionVersion version(Definition definition, List<Finding> findings) {
        try {
            String text = JSON.writeValueAsString(definition.content());
            Subscription subscription = JSON.readValue(text, Subscription.class);
            findings.addAll(check.check(subscription, definition));
            return new SubscriptionVersion(subscription, text, HexFormat.of().formatHex(crypto.sha256(text.getBytes(StandardCharsets.UTF_8))),
                    subscription.deliver().certificate() == null ? null : key(subscription, definition, findings));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema and the class of subscriptions differ: " + e.getOriginalMessage());
        }
    }

    private Jwe key(Subscription subscription, Definition definition, List<Finding> findings) {
        try {
            return new Jwe(folder.beside(subscription.deliver().certificate()).getInputStream(), crypto);
        } catch (IOException | IllegalArgumentException e) {
            findings.add(definition.at("the certificate cannot be read from the file beside this one", "deliver", "certificate"));
            return null;
        }
    }
}
