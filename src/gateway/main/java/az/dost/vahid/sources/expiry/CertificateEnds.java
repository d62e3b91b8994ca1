package az.dost.vahid.sources.expiry;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.RevocationLists;
import az.dost.vahid.signature.key.GatewayKeys;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every certificate that something depends on: the gateway's own, those of the time-stamp authority and of who issued
 * these, the agencies' pinned ones, the requesters'.
 */
final class CertificateEnds {
    private final GatewayKeys keys;
    private final PinnedCertificates agencies;
    private final Catalogue connectors;
    private final AccessPolicy access;
    private final RevocationLists revocations;

    CertificateEnds(
            GatewayKeys keys,
            PinnedCertificates agencies,
            Catalogue connectors,
            AccessPolicy access,
            RevocationLists revocations) {
        this.keys = keys;
        this.agencies = agencies;
        this.connectors = connectors;
        this.access = access;
        this.revocations = revocations;
    }

    /**
     * By owner, such as {@code agency:<id>}; of several certificates the one that lasts longest, since the others may
     * be on their way out.
     */
    SortedMap<String, X509Certificate> all() {
        SortedMap<String, X509Certificate> all = new TreeMap<>(revocations.watched());
        keys.certificates().forEach((alias, certificate) -> all.put("gateway:" + alias, certificate));
        for (Connector connector : connectors.connectors()) {
            // An agency whose proof needs none has no file.
            if (Files.exists(agencies.file(connector.id()))) {
                all.put("agency:" + connector.id(), agencies.of(connector.id()).certificate());
            }
        }
        access.certificates()
                .forEach((id, shown) -> shown.forEach(one -> add(all, "requester:" + id, one.certificate())));
        access.signing()
                .forEach((id, keys) -> keys.forEach(key ->
                        add(all, "requester-signing:" + id, key.certificate().certificate())));
        return all;
    }

    private static void add(SortedMap<String, X509Certificate> all, String owner, X509Certificate one) {
        all.merge(owner, one, (first, second) -> first.getNotAfter().before(second.getNotAfter()) ? second : first);
    }
}
