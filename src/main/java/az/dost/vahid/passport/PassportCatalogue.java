package az.dost.vahid.passport;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;

/** The service passports, {@code contracts/services/<code>.yaml}. */
public final class PassportCatalogue {
    private static final ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final Map<String, Passport> passports = new TreeMap<>();

    /**
     * @param knownFacts the canonical facts of {@code contracts/dossier.schema.json}
     * @throws DefinitionException with every error of every passport
     */
    public PassportCatalogue(Resource[] files, DefinitionReader reader, Set<String> knownFacts) {
        List<Finding> findings = new ArrayList<>();
        for (Resource file : files) {
            Definition definition = reader.read(file, "contracts/services/" + file.getFilename());
            findings.addAll(definition.findings());
            if (definition.findings().isEmpty()) {
                add(definition, file.getFilename(), knownFacts, findings);
            }
        }
        if (!findings.isEmpty()) {
            throw new DefinitionException(findings);
        }
    }

    private void add(Definition definition, String file, Set<String> knownFacts, List<Finding> findings) {
        try {
            Passport passport = JSON.treeToValue(definition.content(), Passport.class);
            if (!(passport.code() + ".yaml").equals(file)) {
                findings.add(definition.at("the code must be the file's name", "code"));
            }
            for (int i = 0; i < passport.facts().size(); i++) {
                if (!knownFacts.contains(passport.facts().get(i))) {
                    findings.add(definition.at("no fact is called " + passport.facts().get(i), "facts", i));
                }
            }
            for (int i = 0; i < passport.documents().size(); i++) {
                String fact = passport.documents().get(i).fact();
                if (fact != null && !passport.facts().contains(fact)) {
                    findings.add(definition.at("the service does not ask for the fact " + fact, "documents", i, "fact"));
                }
            }
            if (passports.putIfAbsent(passport.code(), passport) != null) {
                findings.add(definition.at("the code " + passport.code() + " is that of another passport", "code"));
            }
        } catch (JsonProcessingException e) {
            findings.add(definition.at(e.getOriginalMessage()));
        }
    }

    public Optional<Passport> find(String code) {
        return Optional.ofNullable(passports.get(code));
    }

    public Collection<Passport> all() {
        return passports.values();
    }
}
