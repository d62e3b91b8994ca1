package az.dost.vahid.transfer;

import az.dost.vahid.access.AccessPolicy;
import az.dost.vahid.access.Requester;
import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.Resource;

/** The partners' files, one each in a folder, and what the requesters' files let them send. */
final class PartnerFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEND = "send:";
    private final DefinitionFolder folder;
    private final DefinitionReader reader;
    private final AccessPolicy access;

    PartnerFiles(DefinitionFolder folder, DefinitionReader reader, AccessPolicy access) {
        this.folder = folder;
        this.reader = reader;
        this.access = access;
    }

    /**
     * By their ids.
     *
     * @throws DefinitionException with every error of every file
     */
    Map<String, Partner> read() {
        Map<String, Partner> partners = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Resource file : folder.files()) {
            Definition definition = reader.read(file, "partners/" + file.getFilename());
            findings.addAll(definition.findings());
            if (definition.findings().isEmpty()) {
                Partner partner = partner(definition);
                if (access.named(partner.id()).isEmpty()) {
                    findings.add(definition.at("there is no requester " + partner.id(), "id"));
                }
                if (partners.putIfAbsent(partner.id(), partner) != null) {
                    findings.add(definition.at("the id is that of another partner", "id"));
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new DefinitionException(findings);
        }
        return partners;
    }

    private static Partner partner(Definition definition) {
        try {
            return JSON.treeToValue(definition.content(), Partner.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema and the class of partners differ: " + e.getOriginalMessage());
        }
    }

    /** The file types for which the partner has a grant, in alphabetical order. */
    Set<String> sends(Partner partner) {
        Set<String> types = new TreeSet<>();
        access.named(partner.id()).map(Requester::grants).orElse(Set.of()).stream().filter(grant -> grant.startsWith(SEND))
                .forEach(grant -> types.add(grant.substring(SEND.length())));
        return types;
    }
}
