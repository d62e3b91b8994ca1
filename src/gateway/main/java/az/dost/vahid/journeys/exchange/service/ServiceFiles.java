package az.dost.vahid.journeys.exchange.service;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Reading;
import az.dost.vahid.definition.StandingDefinitions;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.json.Json;
import az.dost.vahid.xroad.IdentifierException;
import az.dost.vahid.xroad.MemberId;
import az.dost.vahid.xroad.ServiceId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The services' files, one each in a folder. */
public final class ServiceFiles {
    private static final ObjectMapper JSON = Json.mapper();
    /** Codes of the Service Metadata Protocols. */
    private static final Set<String> RESERVED =
            Set.of("listMethods", "allowedMethods", "getOpenAPI", "getWsdl", "listClients");

    private static final String OF_CONNECTOR = "connector:";
    private final DefinitionFolder folder;
    private final DefinitionReader reader;
    private final Catalogue agencies;
    private final ProviderClients connections;
    private final Environment settings;

    public ServiceFiles(
            DefinitionFolder folder,
            DefinitionReader reader,
            Catalogue agencies,
            ProviderClients connections,
            Environment settings) {
        this.folder = folder;
        this.reader = reader;
        this.agencies = agencies;
        this.connections = connections;
        this.settings = settings;
    }

    /**
     * Looks at the folder from now on. @throws az.dost.vahid.definition.DefinitionException with every error of every
     * file
     */
    StandingDefinitions<List<Service>> standing(Troubles troubles) {
        return new StandingDefinitions<>("exchange services", folder, this::read, troubles);
    }

    /**
     * Those in which nothing is wrong, no two of one provider, code and version; of several with a mistake none is
     * offered.
     */
    private Reading<List<Service>> read(List<Resource> files) {
        Map<String, List<Definition>> read = new LinkedHashMap<>();
        Map<String, Service> services = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Resource file : files) {
            Definition definition = reader.read(file, "exchange/" + file.getFilename());
            List<Finding> wrong = new ArrayList<>(definition.findings());
            ServiceDefinition content = wrong.isEmpty() ? content(definition) : null;
            if (content != null) {
                check(content, definition, wrong);
            }
            if (wrong.isEmpty()) {
                Service service = service(content);
                read.computeIfAbsent(service.id() + " " + content.version(), name -> new ArrayList<>())
                        .add(definition);
                services.put(service.id() + " " + content.version(), service);
            }
            findings.addAll(wrong);
        }
        read.forEach((name, several) -> {
            if (several.size() > 1) {
                services.remove(name);
                several.forEach(one ->
                        findings.add(one.at("the provider has another service of this code and version", "code")));
            }
        });
        return new Reading<>(List.copyOf(services.values()), findings);
    }

    private static ServiceDefinition content(Definition definition) {
        try {
            return JSON.treeToValue(definition.content(), ServiceDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema and the class of services differ: " + e.getOriginalMessage());
        }
    }

    private void check(ServiceDefinition service, Definition definition, List<Finding> findings) {
        member(service.provider(), definition, findings, "provider");
        for (int i = 0; i < service.consumers().size(); i++) {
            member(service.consumers().get(i).client(), definition, findings, "consumers", i, "client");
        }
        if (RESERVED.contains(service.code())) {
            findings.add(
                    definition.at("the protocol itself answers under this code; give the service another", "code"));
        }
        if (service.own() == null && address(service) == null) {
            findings.add(definition.at(
                    "the setting vahid.endpoints." + service.endpoint()
                            + " is not there, or is no http or https address",
                    "endpoint"));
        }
        if (service.agency() != null && !agencies.has(service.agency())) {
            findings.add(definition.at("there is no connector of this id", "agency"));
        } else if (service.agency() != null
                && !ProviderClients.POSSIBLE.contains(
                        agencies.folder(service.agency()).connector().auth().kind())) {
            findings.add(definition.at(
                    "its connector proves the gateway within the message, which the exchange does not change",
                    "agency"));
        }
        Resource contract = contract(service);
        if (service.contract() != null && (contract == null || !contract.exists())) {
            findings.add(definition.at("there is no such file", "contract"));
        }
    }

    private static void member(String text, Definition definition, List<Finding> findings, Object... place) {
        try {
            MemberId.of(text);
        } catch (IdentifierException e) {
            findings.add(definition.at(e.getMessage(), place));
        }
    }

    private Service service(ServiceDefinition service) {
        URI address = service.own() == null ? address(service) : null;
        List<Service.Grant> grants = service.consumers().stream()
                .map(consumer -> new Service.Grant(
                        MemberId.of(consumer.client()),
                        consumer.endpoints() == null
                                ? null
                                : consumer.endpoints().stream()
                                        .map(EndpointPattern::of)
                                        .toList()))
                .toList();
        return new Service(
                ServiceId.ofParts(MemberId.of(service.provider()), service.code()),
                service,
                address,
                grants,
                address == null ? null : connections.of(address, service.agency()),
                contract(service));
    }

    /** Null when the setting gives none. */
    private URI address(ServiceDefinition service) {
        String setting = settings.getProperty("vahid.endpoints." + service.endpoint(), "");
        return setting.matches("https?://[^ ]+") ? URI.create(setting.replaceFirst("/$", "") + service.path()) : null;
    }

    private Resource contract(ServiceDefinition service) {
        if (service.own() != null) {
            return new ClassPathResource("contracts/lookup.openapi.yaml");
        }
        if (service.contract() == null) {
            return null;
        }
        if (!service.contract().startsWith(OF_CONNECTOR)) {
            return folder.beside(service.contract());
        }
        try {
            return service.agency() == null || !agencies.has(service.agency())
                    ? null
                    : agencies.folder(service.agency())
                            .descriptor()
                            .createRelative(service.contract().substring(OF_CONNECTOR.length()));
        } catch (IOException e) {
            return null;
        }
    }
}
