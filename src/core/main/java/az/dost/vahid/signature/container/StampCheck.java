package az.dost.vahid.signature.container;

import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.CheckLine;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.XadesShape;
import az.dost.vahid.signature.key.ChangedException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at what a container's signature has from others: time-stamps, and what they need to be judged later. */
final class StampCheck {
    private static final String LISTS = "RevocationValues";
    /** What judges the certificates later, and says nothing of its own (ETSI EN 319 132-1, section 5.4 and annex A). */
    private static final Set<String> VALIDATION_DATA =
            Set.of("CertificateValues", LISTS, "TimeStampValidationData", "AnyValidationData");

    private final TimeStamps authority;
    private final RevocationCheck revocations;
    private final List<CheckLine> found;
    private final List<TimeStamps.Stamped> accepted = new ArrayList<>();
    private boolean archived;
    private boolean lasting;
    private boolean unchecked;

    StampCheck(TimeStamps authority, RevocationCheck revocations, List<CheckLine> found) {
        this.authority = authority;
        this.revocations = revocations;
        this.found = found;
    }

    /** @param properties names of the signature's unsigned properties, in their order */
    void check(XadesFindings findings, List<String> properties) {
        if (findings.stamps().isEmpty()) {
            found.add(
                    CheckLine.noted(
                            CheckCode.NOT_STAMPED,
                            "No time-stamp authority says when the signature was made: the gateway got no stamp for it, or somebody took it out."));
        }
        findings.stamps()
                .forEach(stamp ->
                        one(stamp, CheckCode.TIME_STAMPED, "the signature").ifPresent(accepted::add));
        int covered = covered(findings.archive(), properties);
        lists(findings, properties);
        Set<String> others = new LinkedHashSet<>(properties.subList(0, covered));
        // An archive time-stamp shows when they were there, and not who added them.
        others.removeAll(VALIDATION_DATA);
        others.addAll(properties.subList(covered, properties.size()));
        others.removeAll(XadesShape.STAMPS);
        if (findings.archive().size() < Collections.frequency(properties, XadesShape.ARCHIVE_STAMP)) {
            others.add(XadesShape.ARCHIVE_STAMP);
        }
        if (!others.isEmpty()) {
            unchecked = true;
            found.add(CheckLine.noted(
                    CheckCode.ADDED_LATER,
                    "Somebody else added to the signature, after it was made: " + String.join(", ", others)
                            + ". It is not signed, and was not checked.",
                    others.toArray(String[]::new)));
        }
        outlived();
    }

    /** How many properties the last archive time-stamp that holds covers, with itself. */
    private int covered(List<XadesFindings.Stamp> archive, List<String> properties) {
        int covered = 0;
        int next = 0;
        for (int i = 0; i < properties.size() && next < archive.size(); i++) {
            if (XadesShape.ARCHIVE_STAMP.equals(properties.get(i))) {
                Optional<TimeStamps.Stamped> held =
                        one(archive.get(next++), CheckCode.ARCHIVE_STAMPED, "the signature with what was added to it");
                if (held.isPresent()) {
                    accepted.add(held.get());
                    archived = true;
                    covered = i + 1;
                }
            }
        }
        return covered;
    }

    private void lists(XadesFindings findings, List<String> properties) {
        if (accepted.isEmpty() || findings.signer() == null) {
            return;
        }
        if (revocations == null) {
            if (properties.contains(LISTS)) {
                unchecked = true;
                found.add(CheckLine.noted(
                        CheckCode.REVOCATION_NOT_CHECKED,
                        "It carries revocation lists, which can be checked with --authorities."));
            }
            return;
        }
        Set<X509Certificate> certificates = new LinkedHashSet<>(List.of(findings.signer()));
        accepted.forEach(stamp -> certificates.add(stamp.by()));
        lasting = revocations.check(certificates, accepted.get(0).at(), findings.lists(), found);
    }

    /** Each stamp is vouched for by the one after it, the last by nothing but its certificate. */
    private void outlived() {
        if (!accepted.isEmpty()) {
            TimeStamps.Stamped last = accepted.get(accepted.size() - 1);
            if (last.outlived(Instant.now())) {
                String ended = last.by().getNotAfter().toInstant().toString();
                found.add(CheckLine.noted(
                        CheckCode.STAMP_OUTLIVED,
                        "The certificate of its last time-stamp ended on " + ended
                                + ", and nothing in it shows that the stamp was there before.",
                        ended));
            }
        }
    }

    /** Form of the signature as far as it was checked (ETSI EN 319 132-1, section 6). */
    String level() {
        String level = accepted.isEmpty() ? "B" : !lasting ? "T" : archived ? "LTA" : "LT";
        return "XAdES-BASELINE-" + level + (unchecked ? " with unchecked additions" : "");
    }

    private Optional<TimeStamps.Stamped> one(XadesFindings.Stamp stamp, CheckCode holds, String over) {
        if (!stamp.intact()) {
            found.add(CheckLine.wrong(
                    CheckCode.TIME_STAMP_CHANGED, "A time-stamp of the signature is of something else."));
        } else if (authority == null) {
            unchecked = true;
            found.add(CheckLine.noted(
                    CheckCode.STAMP_NOT_CHECKED,
                    "Its signature has a time-stamp, which can be checked with --time-stamps."));
        } else {
            try {
                if (!authority.named(stamp.token())) {
                    unchecked = true;
                    found.add(
                            CheckLine.noted(
                                    CheckCode.STAMP_NOT_CHECKED,
                                    "Its signature has a time-stamp of another authority than the one given, which was not checked: somebody else may have added it."));
                    return Optional.empty();
                }
                TimeStamps.Stamped held = authority.check(stamp.token(), stamp.digest());
                found.add(CheckLine.holds(
                        holds,
                        "A time-stamp authority saw " + over + " at " + held.at() + ".",
                        held.at().toString()));
                return Optional.of(held);
            } catch (ChangedException e) {
                found.add(CheckLine.wrong(
                        CheckCode.TIME_STAMP_CHANGED, "A time-stamp of the signature: " + e.getMessage() + "."));
            }
        }
        return Optional.empty();
    }
}
