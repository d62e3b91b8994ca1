package az.dost.vahid.journeys.exchange.service;

import az.dost.vahid.definition.StandingDefinitions;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.journeys.exchange.service.ServiceDefinition.Protocol;
import az.dost.vahid.xroad.MemberId;
import az.dost.vahid.xroad.ServiceId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The services that providers offer, from their files. */
public final class Services {
    private final StandingDefinitions<List<Service>> services;

    /** @throws az.dost.vahid.definition.DefinitionException with every error of every file */
    public Services(ServiceFiles files, Troubles troubles) {
        this.services = files.standing(troubles);
    }

    /**
     * Takes over files that have changed; the service of one with a mistake is offered to nobody until it is mended.
     */
    public void refresh() {
        services.refresh();
    }

    /** @param version of a SOAP service, null for none */
    public Optional<Service> find(Protocol protocol, ServiceId id, String version) {
        return versions(protocol, id)
                .filter(service -> Objects.equals(service.definition().version(), version))
                .findFirst();
    }

    /** All versions of a service: what is granted of one is granted of each. */
    public Stream<Service> versions(Protocol protocol, ServiceId id) {
        return services.now().stream()
                .filter(service ->
                        service.protocol() == protocol && service.id().equals(id));
    }

    public List<Service> all() {
        return services.now();
    }

    public List<Service> of(MemberId provider) {
        return services.now().stream()
                .filter(service -> service.id().provider().equals(provider))
                .toList();
    }

    public boolean offers(MemberId provider) {
        return services.now().stream()
                .anyMatch(service -> service.id().provider().equals(provider));
    }
}
