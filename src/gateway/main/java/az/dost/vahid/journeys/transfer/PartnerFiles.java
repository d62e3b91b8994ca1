package az.dost.vahid.journeys.transfer;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Reading;
import az.dost.vahid.definition.StandingDefinitions;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;

/** The partners' files, one each in a folder, and what the requesters' files let them send. */
final class PartnerFiles {
    private static final ObjectMapper JSON = Json.mapper();
    private final DefinitionFolder folder;
    private final DefinitionReader reader;
    private final AccessPolicy access;

    PartnerFiles(DefinitionFolder folder, DefinitionReader reader, AccessPolicy access) {
        this.folder = folder;
        this.reader = reader;
        this.access = access;
    }

    /**
     * Looks at the folder from now on. @throws az.dost.vahid.definition.DefinitionException with every error of every
     * file
     */
    StandingDefinitions<Map<String, Partner>> standing(Troubles troubles) {
        return new StandingDefinitions<>("partners", folder, this::read, troubles);
    }

    /**
     * By their ids, of the files in which nothing is wrong; with the others no file is exchanged until they are mended.
     */
    private Reading<Map<String, Partner>> read(List<Resource> files) {
        Map<String, List<Definition>> read = new LinkedHashMap<>();
        Map<String, Partner> partners = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Resource file : files) {
            Definition definition = reader.read(file, "partners/" + file.getFilename());
            findings.addAll(definition.findings());
            if (definition.findings().isEmpty()) {
                Partner partner = partner(definition);
                if (access.named(partner.id()).isEmpty()) {
                    findings.add(definition.at("there is no requester " + partner.id(), "id"));
                }
                partners.put(partner.id(), partner);
                read.computeIfAbsent(partner.id(), id -> new ArrayList<>()).add(definition);
            }
        }
        read.forEach((id, several) -> {
            if (several.size() > 1) {
                partners.remove(id);
                several.forEach(one -> findings.add(one.at("the id is that of another partner", "id")));
            }
        });
        return new Reading<>(partners, findings);
    }

    private static Partner partner(Definition definition) {
        try {
            return JSON.treeToValue(definition.content(), Partner.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema and the class of partners differ: " + e.getOriginalMessage());
        }
    }
}
