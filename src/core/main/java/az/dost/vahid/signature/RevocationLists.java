package az.dost.vahid.signature;

import az.dost.vahid.signature.key.ChangedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * Revocation lists (RFC 5280, section 5) of the authorities that issued the certificates of the key that signs dossiers
 * and of the time-stamp authority. They are fetched beforehand: a container that has them is made without asking
 * anybody.
 */
public final class RevocationLists {
    /** No list of an authority that issues for the state alone is longer. */
    private static final int LONGEST = 16 << 20;

    private final List<X509Certificate> authorities;
    private final Supplier<Map<String, X509Certificate>> watched;
    private final List<String> given;
    private final Clock clock;
    /** The newest of each authority that was fetched. Authorities may have one name. */
    private final Map<X509Certificate, X509CRL> lists = new ConcurrentHashMap<>();

    /**
     * @param authorities none where nothing is fetched and nothing is said
     * @param watched certificates that may be revoked, by their owner
     * @param given addresses of the lists; none for those that the certificates name
     */
    public RevocationLists(
            Collection<X509Certificate> authorities,
            Supplier<Map<String, X509Certificate>> watched,
            List<String> given,
            Clock clock) {
        this.authorities = List.copyOf(authorities);
        this.watched = watched;
        this.given = List.copyOf(given);
        this.clock = clock;
    }

    /** Where no authority is known. */
    public static RevocationLists none() {
        return new RevocationLists(List.of(), Map::of, List.of(), Clock.systemUTC());
    }

    /** All that are known. */
    public List<X509Certificate> authorities() {
        return authorities;
    }

    /** Those that none of the others has issued: nobody can revoke them. */
    public List<X509Certificate> anchors() {
        return authorities.stream()
                .filter(one -> authorities.stream().noneMatch(other -> !other.equals(one) && issued(other, one)))
                .toList();
    }

    /** Certificates that may be revoked, by their owner, such as {@code gateway:dossier}. */
    public Map<String, X509Certificate> watched() {
        Map<String, X509Certificate> all = new TreeMap<>(watched.get());
        List<X509Certificate> anchors = anchors();
        authorities.stream()
                .filter(one -> !anchors.contains(one))
                .forEach(one ->
                        all.put("authority:" + one.getSubjectX500Principal().getName(), one));
        return all;
    }

    /** Whether an authority signed a certificate, and is the issuer that it names. */
    public static boolean issued(X509Certificate authority, X509Certificate certificate) {
        return CarriedCertificates.issued(authority, certificate);
    }

    /** Where to fetch lists, by HTTP. */
    public Set<String> places() {
        Set<String> places = new TreeSet<>(given);
        if (!authorities.isEmpty() && given.isEmpty()) {
            watched().values().stream()
                    .flatMap(certificate -> named(certificate).stream())
                    .forEach(places::add);
        }
        return authorities.isEmpty() ? Set.of() : places;
    }

    /** The addresses in a certificate (RFC 5280, section 4.2.1.13); others than those of HTTP are passed over. */
    private static List<String> named(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
        List<String> named = new ArrayList<>();
        if (extension != null) {
            byte[] points = ASN1OctetString.getInstance(extension).getOctets();
            for (DistributionPoint point : CRLDistPoint.getInstance(points).getDistributionPoints()) {
                DistributionPointName name = point.getDistributionPoint();
                if (name != null && name.getType() == DistributionPointName.FULL_NAME) {
                    for (GeneralName one :
                            GeneralNames.getInstance(name.getName()).getNames()) {
                        if (one.getTagNo() == GeneralName.uniformResourceIdentifier
                                && one.getName().toString().matches("https?://\\S+")) {
                            named.add(one.getName().toString());
                        }
                    }
                }
            }
        }
        return named;
    }

    /**
     * Keeps a list, DER or PEM, until there is a newer one of its authority.
     *
     * @throws ChangedException when it is no list, is not signed by one of the authorities, or its time is over
     * @throws IOException when it cannot be read
     */
    public void keep(InputStream list) throws IOException {
        byte[] bytes = list.readNBytes(LONGEST + 1);
        boolean any = false;
        for (X509Certificate authority : authorities) {
            Optional<X509CRL> read = bytes.length > LONGEST ? Optional.empty() : signed(bytes, authority);
            if (read.isPresent()) {
                any = true;
                keep(authority, read.get());
            }
        }
        if (!any) {
            throw new ChangedException("It is no revocation list that one of the authorities signed");
        }
    }

    private void keep(X509Certificate authority, X509CRL list) {
        if (!holds(list)) {
            throw new ChangedException("The time of the revocation list is over");
        }
        lists.merge(
                authority, list, (before, now) -> now.getThisUpdate().before(before.getThisUpdate()) ? before : now);
    }

    /** A list, DER or PEM, when it is this authority's; its time may be over. */
    public static Optional<X509CRL> signed(byte[] list, X509Certificate authority) {
        try {
            X509CRL read =
                    (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
            read.verify(authority.getPublicKey());
            return Optional.of(read)
                    .filter(one -> one.getIssuerX500Principal().equals(authority.getSubjectX500Principal()));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private boolean holds(X509CRL list) {
        return list.getNextUpdate() != null && list.getNextUpdate().toInstant().isAfter(clock.instant());
    }

    /** Lists whose time is not over. */
    public List<X509CRL> current() {
        return lists.values().stream().filter(this::holds).toList();
    }

    /** Names of authorities whose list is wanted and not at hand. Who issued a certificate to itself has none. */
    public Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        if (!authorities.isEmpty()) {
            watched().values().stream()
                    .filter(certificate -> !ownIssue(certificate) && list(certificate) == null)
                    .forEach(certificate ->
                            missing.add(certificate.getIssuerX500Principal().getName()));
        }
        return missing;
    }

    /** Owners of certificates that their authority has revoked. */
    public Set<String> revoked() {
        Map<String, X509Certificate> revoked = watched();
        revoked.values().removeIf(certificate -> {
            X509CRL list = list(certificate);
            return list == null || !list.isRevoked(certificate);
        });
        return revoked.keySet();
    }

    /** Whether the lists say of each certificate that it is not revoked. */
    public boolean complete() {
        return !authorities.isEmpty()
                && watched().values().stream().noneMatch(RevocationLists::ownIssue)
                && missing().isEmpty()
                && revoked().isEmpty();
    }

    /** Null where there is none whose time is not over. */
    private X509CRL list(X509Certificate certificate) {
        return authorities.stream()
                .filter(authority -> issued(authority, certificate))
                .map(lists::get)
                .filter(list -> list != null && holds(list))
                .findFirst()
                .orElse(null);
    }

    private static boolean ownIssue(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    }
}
