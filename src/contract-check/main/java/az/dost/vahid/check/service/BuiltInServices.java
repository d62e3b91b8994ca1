package az.dost.vahid.check.service;

import az.dost.vahid.check.Kit;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.passport.list.ServiceListReader;
import az.dost.vahid.wordbook.Wordbook;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The passports of the jar, and what reads a catalogue beside them. */
final class BuiltInServices {
    private static final String FAMILY = "passport.family.";

    static PassportCatalogue passports() throws IOException {
        return new PassportCatalogue(
                new PathMatchingResourcePatternResolver().getResources("classpath*:contracts/services/*.yaml"),
                new DefinitionReader(new ClassPathResource("contracts/passport.schema.json")),
                CanonicalFacts.of(new ClassPathResource("contracts/dossier.schema.json")),
                Kit.builtIn());
    }

    static ServiceListReader reader(PassportCatalogue passports, Wordbook words) {
        Set<String> families = words.of("values").keySet().stream()
                .filter(key -> key.startsWith(FAMILY))
                .map(key -> key.substring(FAMILY.length()))
                .collect(Collectors.toSet());
        return new ServiceListReader(new ClassPathResource("contracts/catalogue.schema.json"), passports, families);
    }

    /** By code, the family of each. */
    static Map<String, String> families(PassportCatalogue passports) {
        return passports.all().stream()
                .collect(Collectors.toMap(Passport::code, Passport::family, (one, other) -> one, TreeMap::new));
    }

    private BuiltInServices() {}
}
