package az.dost.vahid.signature.own;

import az.dost.vahid.folder.WholeFile;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.GatewayProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Another's certificate takes the place of the one that is believed today, which stays for what it has proven. */
record CertificateRotation(Path folder, X509Certificate fresh) {
    /** @throws StartException when it has ended, or the file holds none or several */
    static CertificateRotation of(Path folder, Path file) {
        List<X509Certificate> all;
        try {
            all = GatewayProof.certificates(file);
        } catch (IllegalArgumentException e) {
            throw new StartException(e.getMessage() + "; nothing was changed", e);
        }
        if (all.size() > 1) {
            throw new StartException(
                    file + " has " + all.size() + " certificates; nothing was changed. Give it the new one alone");
        }
        if (all.get(0).getNotAfter().toInstant().isBefore(Instant.now())) {
            throw new StartException("The certificate of " + file + " has ended; nothing was changed");
        }
        return new CertificateRotation(folder, all.get(0));
    }

    /** @param id of an agency, whose certificate must be there */
    Rotation agency(String id) {
        Path agencies = folder.resolve("agencies");
        Path file = agencies.resolve(id + ".pem");
        if (!id.matches("[a-z0-9-]+") || !Files.exists(file)) {
            throw new StartException(
                    "There is no certificate of an agency " + id + " in " + agencies + "; nothing was changed");
        }
        if (fresh.getNotBefore().toInstant().isAfter(Instant.now())) {
            throw new StartException("The certificate is not valid before "
                    + fresh.getNotBefore().toInstant()
                    + ": what the agency says until then would be refused. Nothing was changed");
        }
        String next = "The same at every gateway, one after another; for files it counts at once";
        List<X509Certificate> before = GatewayProof.certificates(file);
        if (before.equals(List.of(fresh))) {
            return new Rotation(List.of(), true, next);
        }
        Path retired = agencies.resolve("retired").resolve(id + ".pem");
        return new Rotation(
                List.of(
                        new Rotation.Act(
                                "agencies/retired/" + id + ".pem: the certificate of before, for what it has proven",
                                () -> {
                                    Files.createDirectories(retired.getParent());
                                    write(
                                            retired,
                                            file,
                                            Files.exists(retired) ? GatewayProof.certificates(retired) : List.of(),
                                            before);
                                }),
                        new Rotation.Act(
                                "agencies/" + id + ".pem: the new certificate",
                                () -> write(file, file, List.of(fresh), List.of()))),
                true,
                next);
    }

    Rotation timeStamps() {
        Path file = folder.resolve("time-stamps.pem");
        List<X509Certificate> before = Files.exists(file) ? GatewayProof.certificates(file) : List.of();
        String next = "The same file at every gateway, before the authority takes it and before the old one ends";
        return before.contains(fresh)
                ? new Rotation(List.of(), false, next)
                : new Rotation(
                        List.of(new Rotation.Act(
                                "time-stamps.pem: the new certificate before those of before",
                                () -> write(file, folder.resolve("gateway-dossier.pem"), List.of(fresh), before))),
                        false,
                        next);
    }

    private static void write(Path file, Path like, List<X509Certificate> first, List<X509Certificate> then)
            throws IOException {
        Set<X509Certificate> all = new LinkedHashSet<>(first);
        all.addAll(then);
        new WholeFile(file, Files.exists(like) ? like : null).write(OwnCertificates.pem(List.copyOf(all)));
    }
}
