package az.dost.vahid.exchange.service;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.exchange.service.ServiceDefinition.Protocol;
import az.dost.vahid.xroad.MemberId;
import az.dost.vahid.xroad.ServiceId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services that providers offer, from their files. */
public final class Services {
    private static final Logger LOG = LoggerFactory.getLogger(Services.class);
    private final ServiceFiles files;
    private volatile List<Service> services;

    /** @throws DefinitionException with every error of every file */
    public Services(ServiceFiles files) {
        this.files = files;
        this.services = files.read();
    }

    /** Takes over files that have changed; with an error in any of them everything stays as it was. */
    public void refresh() {
        if (files.changed()) {
            try {
                services = files.read();
                LOG.info("The services' files have changed; there are {} services now", services.size());
            } catch (DefinitionException e) {
                LOG.warn("The services' files have changed and have errors; all stays as it was: {}", e.getMessage());
            }
        }
    }

    /** @param version of a SOAP service, null for none */
    public Optional<Service> find(Protocol protocol, ServiceId id, String version) {
        return versions(protocol, id).filter(service -> Objects.equals(service.definition().version(), version)).findFirst();
    }

    /** All versions of a service: what is granted of one is granted of each. */
    public Stream<Service> versions(Protocol protocol, ServiceId id) {
        return services.stream().filter(service -> service.protocol() == protocol && service.id().equals(id));
    }

    public List<Service> all() {
        return services;
    }

    public List<Service> of(MemberId provider) {
        return services.stream().filter(service -> service.id().provider().equals(provider)).toList();
    }

    public boolean offers(MemberId provider) {
        return services.stream().anyMatch(service -> service.id().provider().equals(provider));
    }
}
