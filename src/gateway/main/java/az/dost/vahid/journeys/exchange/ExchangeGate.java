package az.dost.vahid.journeys.exchange;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.journeys.exchange.service.Service;
import az.dost.vahid.journeys.exchange.service.Services;
import az.dost.vahid.xroad.FaultCode;
import az.dost.vahid.xroad.MemberId;
import org.apache.camel.Exchange;

/**
 * Lets a call through, or not: whoever calls is known before anything else is looked at, and nothing is allowed by
 * default.
 */
public final class ExchangeGate {
    private final AccessPolicy access;
    private final Services services;

    ExchangeGate(AccessPolicy access, Services services) {
        this.access = access;
        this.services = services;
    }

    /** @throws ExchangeFault when the calling system does not speak for the client that it names */
    void speaksFor(Passage passage) {
        if (!speaksFor(passage.requester, passage.client)) {
            if (known(passage.client)) {
                throw new ExchangeFault(
                        FaultCode.SSL_AUTHENTICATION_FAILED, "The calling system is not one of this client's.");
            }
            throw new ExchangeFault(FaultCode.UNKNOWN_MEMBER, "There is no client of this name.");
        }
    }

    /** 1. the client is the caller's; 2. the service is there; 3. it is granted; 4. it is in service. */
    public void admit(Exchange exchange) {
        Passage passage = Passage.of(exchange);
        speaksFor(passage);
        Service service = services.find(passage.protocol, passage.service, passage.serviceVersion)
                .orElse(null);
        if (service == null) {
            knows(passage.service.provider());
            throw new ExchangeFault(
                    FaultCode.UNKNOWN_SERVICE, "The provider has no service of this name, version and protocol.");
        }
        // A REST service's endpoints are granted; SOAP has one address for all.
        if (services.versions(passage.protocol, passage.service)
                .noneMatch(one -> one.allows(passage.client, passage.verb, passage.path))) {
            throw new ExchangeFault(FaultCode.ACCESS_DENIED, "The provider has not granted this to the client.");
        }
        if (service.definition().disabled() != null) {
            throw new ExchangeFault(
                    FaultCode.SERVICE_DISABLED, service.definition().disabled());
        }
        if (service.definition().maintenance() != null) {
            throw new ExchangeFault(
                    FaultCode.MAINTENANCE_MODE, service.definition().maintenance());
        }
        passage.version = service;
        passage.granted = () -> stands(passage);
    }

    /** Whether the requester still speaks for the client, and the provider still grants it the call. */
    private boolean stands(Passage passage) {
        return access.named(passage.requester.id())
                        .filter(now -> speaksFor(now, passage.client))
                        .isPresent()
                && services.versions(passage.protocol, passage.service)
                        .anyMatch(one -> one.allows(passage.client, passage.verb, passage.path));
    }

    private static boolean speaksFor(Requester requester, MemberId client) {
        return requester.members().stream().map(MemberId::of).anyMatch(client::equals);
    }

    /** @throws ExchangeFault UNKNOWN_MEMBER */
    void knows(MemberId provider) {
        if (!known(provider)) {
            throw new ExchangeFault(FaultCode.UNKNOWN_MEMBER, "There is no provider of this name.");
        }
    }

    private boolean known(MemberId member) {
        return services.offers(member)
                || access.requesters().stream()
                        .flatMap(requester -> requester.members().stream())
                        .map(MemberId::of)
                        .anyMatch(member::equals);
    }
}
