package az.dost.vahid.passport.list;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.definition.Reading;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.Resource;

/**
 * Reads a catalogue and holds it to the passports: each has its entry, and no entry says of a service what its passport
 * says otherwise.
 */
public final class ServiceListReader {
    private static final String SERVICES = "services";
    private static final List<String> OF_PASSPORTS = List.of("family", "title", "channels", "audience");
    private final DefinitionReader reader;
    private final PassportCatalogue passports;
    private final Set<String> families;

    /**
     * @param schema {@code contracts/catalogue.schema.json}
     * @param families names of all families of services
     */
    public ServiceListReader(Resource schema, PassportCatalogue passports, Set<String> families) {
        this.reader = new DefinitionReader(schema);
        this.passports = passports;
        this.families = Set.copyOf(families);
    }

    /** The one file that is given; without one, or with a mistake in it, there is no content. */
    public Reading<ServiceList> read(List<Resource> files) {
        return files.isEmpty()
                ? new Reading<>(null, List.of(new Finding("the catalogue of services", 0, "is not there")))
                : read(files.get(0), String.valueOf(files.get(0).getFilename()));
    }

    /** Never throws for what the file says. */
    public Reading<ServiceList> read(Resource file, String name) {
        Definition definition = reader.read(file, name);
        List<Finding> findings = new ArrayList<>(definition.findings());
        if (findings.isEmpty()) {
            numbers(definition, findings);
            services(definition, findings);
        }
        return new Reading<>(findings.isEmpty() ? ServiceList.of(definition.content()) : null, findings);
    }

    private static void numbers(Definition definition, List<Finding> findings) {
        JsonNode published = definition.content().path("published");
        boolean all = false;
        for (int i = 0; i < published.size(); i++) {
            all |= published.path(i).path("of").asText().equals("ALL");
            if (i > 0
                    && published
                                    .path(i - 1)
                                    .path("dated")
                                    .asText()
                                    .compareTo(published.path(i).path("dated").asText())
                            < 0) {
                findings.add(definition.at("the newest comes first", "published", i));
            }
        }
        if (!all) {
            findings.add(definition.at("no number is that of all services", "published"));
        }
    }

    private void services(Definition definition, List<Finding> findings) {
        JsonNode listed = definition.content().path("families");
        for (int i = 0; i < listed.size(); i++) {
            family(definition, listed.path(i), findings, "families", i, "family");
        }
        JsonNode services = definition.content().path(SERVICES);
        Set<String> codes = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < services.size(); i++) {
            JsonNode entry = services.path(i);
            if (!codes.add(entry.path("code").asText())) {
                findings.add(definition.at(
                        "the code " + entry.path("code").asText() + " stands twice", SERVICES, i, "code"));
            }
            if (entry.has("officialId") && !numbers.add(entry.path("officialId").asText())) {
                findings.add(definition.at(
                        "the number " + entry.path("officialId").asText() + " stands twice",
                        SERVICES,
                        i,
                        "officialId"));
            }
            entry(definition, i, entry, findings);
        }
        Set<String> missing = new TreeSet<>();
        passports.all().stream()
                .map(Passport::code)
                .filter(code -> !codes.contains(code))
                .forEach(missing::add);
        missing.forEach(code -> findings.add(definition.at("the passport " + code + " has no entry", SERVICES)));
    }

    private void entry(Definition definition, int at, JsonNode entry, List<Finding> findings) {
        String code = entry.path("code").asText();
        boolean verified = entry.path("status").asText().equals(ListedService.VERIFIED);
        Optional<Passport> passport = passports.find(code);
        if (passport.isPresent()) {
            OF_PASSPORTS.stream()
                    .filter(entry::has)
                    .forEach(member ->
                            findings.add(definition.at("the passport " + code + " says this", SERVICES, at, member)));
            if (passport.get().illustrative() == verified) {
                findings.add(definition.at(
                        verified
                                ? "the passport " + code + " is illustrative: its law has not been read"
                                : "the passport " + code + " is not illustrative: its law has been read",
                        SERVICES,
                        at,
                        "status"));
            }
        } else {
            List.of("family", "title").stream()
                    .filter(member -> !entry.has(member))
                    .forEach(member -> findings.add(definition.at(
                            "no passport has the code " + code + ", so the entry needs " + member, SERVICES, at)));
            family(definition, entry, findings, SERVICES, at, "family");
            if (!entry.path("status").asText().equals(ListedService.NAMED)) {
                findings.add(definition.at(
                        "no passport has the code " + code + ", so it can only be NAMED", SERVICES, at, "status"));
            }
        }
    }

    private void family(Definition definition, JsonNode entry, List<Finding> findings, Object... path) {
        String family = entry.path("family").asText();
        if (entry.has("family") && !families.contains(family)) {
            findings.add(definition.suggesting("no family is called " + family, Nearest.of(family, families), path));
        }
    }
}
