package az.dost.vahid.edge.access;

import az.dost.vahid.signature.key.ClientCertificate;
import az.dost.vahid.signature.key.SigningCertificate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All requesters, by whatever they are known by. */
final class Requesters {
    private final Map<String, Requester> byId = new HashMap<>();
    private final Map<String, Requester> byToken = new HashMap<>();
    private final Map<String, Requester> byClient = new HashMap<>();
    private final Map<Person, Requester> byPerson = new HashMap<>();
    private final Map<String, Requester> byCertificate = new HashMap<>();
    private final Map<String, List<ClientCertificate>> certificates = new TreeMap<>();
    private final Map<String, Map<String, SigningCertificate>> signing = new TreeMap<>();

    /** An official at a client that many requesters share. */
    private record Person(String client, String official) {}

    /** Null when there is none, and so below. */
    Requester ofId(String id) {
        return byId.get(id);
    }

    /** @param digest of a token, hex */
    Requester ofToken(String digest) {
        return byToken.get(digest);
    }

    /** @param client id of an OAuth client */
    Requester ofClient(String client) {
        return byClient.get(client);
    }

    /**
     * @param client id of an OAuth client that requesters share
     * @param official whom the token proves, null for nobody
     */
    Requester ofPerson(String client, String official) {
        return byPerson.get(new Person(client, official));
    }

    /** Whether some requester shares this client. */
    boolean shares(String client) {
        return byId.values().stream()
                .anyMatch(requester -> requester.sharedClients().contains(client));
    }

    /** @param thumbprint of a certificate */
    Requester ofCertificate(String thumbprint) {
        return byCertificate.get(thumbprint);
    }

    /** By the requester's id. */
    Map<String, List<ClientCertificate>> certificates() {
        return certificates;
    }

    /** By the id of a requester that signs its requests, its keys by theirs. */
    Map<String, Map<String, SigningCertificate>> signing() {
        return signing;
    }

    /** Whether somebody has its id, or something that it is known by. */
    boolean knows(Requester one) {
        return byId.containsKey(one.id())
                || byToken.containsKey(one.tokenSha256())
                || one.clients().stream().anyMatch(client -> byClient.containsKey(client) || shares(client))
                || one.certificates().stream()
                        .anyMatch(pem -> byCertificate.containsKey(
                                ClientCertificate.of(pem).thumbprint()));
    }

    Collection<Requester> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /**
     * @param shown its certificates; nothing that it is known by is another's
     * @param keys by which it signs its requests; empty when it signs none
     */
    void add(Requester requester, List<ClientCertificate> shown, List<SigningCertificate> keys) {
        byId.put(requester.id(), requester);
        if (requester.tokenSha256() != null) {
            byToken.put(requester.tokenSha256(), requester);
        }
        requester.clients().forEach(client -> byClient.put(client, requester));
        requester
                .sharedClients()
                .forEach(client -> requester
                        .withRoles()
                        .forEach(official -> byPerson.put(new Person(client, official), requester)));
        shown.forEach(certificate -> byCertificate.put(certificate.thumbprint(), requester));
        if (!shown.isEmpty()) {
            certificates.put(requester.id(), List.copyOf(shown));
        }
        if (!keys.isEmpty()) {
            signing.put(requester.id(), keys.stream().collect(Collectors.toMap(SigningCertificate::keyId, key -> key)));
        }
    }
}
