package az.dost.vahid.signature.container;

import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.CheckLine;
import az.dost.vahid.signature.RevocationLists;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at the revocation lists that a container carries: whether the authorities say that a certificate was revoked
 * before it signed.
 *
 * @param authorities certificates of those who sign lists
 */
record RevocationCheck(List<X509Certificate> authorities) {
    /**
     * @param signed when it was signed, at the latest
     * @param lists DER; what is no list of these authorities is passed over
     * @return whether a list of its authority speaks for each certificate
     */
    boolean check(Collection<X509Certificate> certificates, Instant signed, List<byte[]> lists, List<CheckLine> found) {
        Set<X509Certificate> left = new LinkedHashSet<>(certificates);
        Set<X509Certificate> seen = new HashSet<>();
        boolean all = true;
        while (!left.isEmpty()) {
            X509Certificate certificate = left.iterator().next();
            left.remove(certificate);
            seen.add(certificate);
            all &= one(certificate, signed, lists, found);
            // An authority may itself be below another one.
            authorities.stream()
                    .filter(authority -> RevocationLists.issued(authority, certificate))
                    .filter(authority -> authorities.stream()
                            .anyMatch(above -> !above.equals(authority) && RevocationLists.issued(above, authority)))
                    .filter(authority -> !seen.contains(authority))
                    .forEach(left::add);
        }
        return all;
    }

    private boolean one(X509Certificate certificate, Instant signed, List<byte[]> lists, List<CheckLine> found) {
        String subject = certificate.getSubjectX500Principal().getName();
        Optional<X509CRL> newest = authorities.stream()
                .filter(authority -> RevocationLists.issued(authority, certificate))
                .flatMap(authority -> lists.stream().flatMap(list -> RevocationLists.signed(list, authority).stream()))
                .max(Comparator.comparing(X509CRL::getThisUpdate));
        if (newest.isEmpty()) {
            found.add(CheckLine.noted(
                    CheckCode.REVOCATION_NOT_CHECKED,
                    "No revocation list of the authorities given says whether the certificate " + subject
                            + " was revoked.",
                    subject));
            return false;
        }
        String of = newest.get().getThisUpdate().toInstant().toString();
        X509CRLEntry entry = newest.get().getRevokedCertificate(certificate);
        if (entry != null && !entry.getRevocationDate().toInstant().isAfter(signed)) {
            String since = entry.getRevocationDate().toInstant().toString();
            found.add(CheckLine.wrong(
                    CheckCode.CERTIFICATE_REVOKED,
                    "The certificate " + subject + " was revoked at " + since + ", before it signed.",
                    subject,
                    since));
            return false;
        }
        found.add(CheckLine.holds(
                CheckCode.NOT_REVOKED,
                "The certificate " + subject + " was not revoked when it signed, by its authority's list of " + of
                        + ".",
                subject,
                of));
        return true;
    }
}
