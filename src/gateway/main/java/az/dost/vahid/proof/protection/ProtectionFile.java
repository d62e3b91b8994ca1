package az.dost.vahid.proof.protection;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Reading;
import az.dost.vahid.definition.StandingDefinitions;
import az.dost.vahid.definition.Troubles;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;

/** The file of protected persons, {@code contracts/protected-persons.schema.json}. */
final class ProtectionFile {
    private final Resource file;
    private final DefinitionReader reader;

    ProtectionFile(Resource file, DefinitionReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** Looks at the file from now on. @throws az.dost.vahid.definition.DefinitionException with every error */
    StandingDefinitions<Map<String, List<Approval>>> standing(Troubles troubles) {
        return StandingDefinitions.of("protected persons", file, files -> read(), troubles);
    }

    /** With an error in it, or without it, everybody stays protected who was. */
    private Reading<Map<String, List<Approval>>> read() {
        Definition definition = reader.read(file, file.getFilename());
        List<Finding> findings = new ArrayList<>(definition.findings());
        Map<String, List<Approval>> persons = new HashMap<>();
        if (findings.isEmpty()) {
            JsonNode list = definition.content().path("persons");
            for (int i = 0; i < list.size(); i++) {
                if (persons.put(list.path(i).path("person").asText(), approvals(definition, i, findings)) != null) {
                    findings.add(definition.at("this person stands in the list already", "persons", i, "person"));
                }
            }
        }
        return new Reading<>(findings.isEmpty() ? persons : null, findings);
    }

    private static List<Approval> approvals(Definition definition, int person, List<Finding> findings) {
        List<Approval> approvals = new ArrayList<>();
        JsonNode list = definition.content().path("persons").path(person).path("approvals");
        for (int i = 0; i < list.size(); i++) {
            JsonNode approval = list.path(i);
            try {
                approvals.add(new Approval(
                        approval.path("requester").asText(),
                        approval.path("official").textValue(),
                        approval.path("caseRef").asText(),
                        approval.path("approvedBy").asText(),
                        LocalDate.parse(approval.path("until").asText())));
            } catch (DateTimeException e) {
                findings.add(definition.at("there is no such day", "persons", person, "approvals", i, "until"));
            }
        }
        return List.copyOf(approvals);
    }
}
