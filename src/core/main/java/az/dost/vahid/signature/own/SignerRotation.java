package az.dost.vahid.signature.own;

import az.dost.vahid.folder.WholeFile;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.GatewayKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A key that signs or shows who the gateway is. The new one lies beside the present one, as {@code <alias>-next}, until
 * all who must know its certificate do. What the old one signed is proven by its certificate for ever, so a certificate
 * is never dropped: {@code gateway-dossier.pem} keeps those of the keys that sign dossiers, and
 * {@code gateway-<alias>-retired.pem} those of the others.
 *
 * @param token whether the keys lie in a PKCS#11 token and not in {@code gateway.p12}
 */
record SignerRotation(Path folder, GatewayKeys keys, boolean token, String alias) {
    private static final String DOSSIER = "dossier";

    /** @param subject of the new certificate, a distinguished name; null for that of the present one */
    Rotation prepare(String subject, int days) {
        X500Name name = subject == null ? subject(keys.pair(alias).certificate()) : new X500Name(subject);
        List<Rotation.Act> acts = new ArrayList<>();
        boolean fresh = !keys.has(next());
        if (fresh) {
            acts.add(new Rotation.Act(
                    "a new key under the alias " + next() + " in " + where() + ", in use by nobody yet",
                    () -> make(name, days)));
        }
        if (fresh || !read(nextFile()).equals(List.of(certificate(next())))) {
            acts.add(new Rotation.Act(
                    nextFile().getFileName() + ": its certificate, to be given away",
                    () -> write(nextFile(), List.of(certificate(next())))));
        }
        if (alias.equals(DOSSIER) && (fresh || !read(file()).containsAll(both()))) {
            acts.add(new Rotation.Act(
                    file().getFileName() + ": the new certificate behind those that are known",
                    () -> write(file(), union(read(file()), both()))));
        }
        return new Rotation(
                acts,
                alias.equals(DOSSIER),
                alias.equals(DOSSIER)
                        ? "Bring the folder to every gateway, and give " + file().getFileName()
                                + " to all who check dossiers; once all have it: keys rotate dossier switch"
                        : "Give " + nextFile().getFileName() + " to the agencies; once they take it: keys rotate "
                                + alias + " switch");
    }

    Rotation change() {
        boolean changed = !keys.has(next());
        if (!changed
                && alias.equals(DOSSIER)
                && !read(file()).containsAll(keys.has(alias) ? both() : List.of(certificate(next())))) {
            throw new StartException(file() + " lacks the certificate of the key before or after:"
                    + " nobody would know what it signs. Nothing was changed; 'keys rotate dossier prepare' adds it");
        }
        List<X509Certificate> written = read(file());
        if (changed && !written.isEmpty() && written.get(0).equals(certificate(alias))) {
            throw new StartException("No key is prepared under the alias " + next()
                    + "; nothing was changed. First: keys rotate " + alias + " prepare");
        }
        List<Rotation.Act> acts = new ArrayList<>();
        if (!changed) {
            acts.add(new Rotation.Act(
                    where() + ": the key " + next() + " takes the place of " + alias, this::takePlace));
        }
        if (!alias.equals(DOSSIER)) {
            acts.add(new Rotation.Act(
                    retired().getFileName() + ": the certificate of before",
                    () -> write(retired(), union(without(read(file())), read(retired())))));
        }
        acts.add(new Rotation.Act(
                file().getFileName() + ": the certificate of now first"
                        + (alias.equals(DOSSIER) ? ", those of before behind it" : ""),
                () -> write(
                        file(), union(List.of(certificate(alias)), alias.equals(DOSSIER) ? read(file()) : List.of()))));
        acts.add(new Rotation.Act(
                nextFile().getFileName() + ": is not needed any more", () -> Files.deleteIfExists(nextFile())));
        return new Rotation(
                acts,
                true,
                "The same at every gateway, one after another: until all have it, health WARNING says that their signing keys differ");
    }

    private void make(X500Name subject, int days) throws IOException {
        KeyPair pair = keys.another(alias);
        keys.put(
                next(),
                pair.getPrivate(),
                List.of(OwnCertificates.of(pair, subject, days, OwnCertificates.hosts(certificate(alias)))));
        save();
    }

    private void takePlace() throws IOException {
        keys.rename(next(), alias);
        save();
    }

    private void save() throws IOException {
        if (!token) {
            new WholeFile(folder.resolve("gateway.p12"), null).write(keys.bytes());
        }
    }

    private void write(Path target, List<X509Certificate> certificates) throws IOException {
        if (!certificates.isEmpty()) {
            new WholeFile(target, Files.exists(file()) ? file() : null).write(OwnCertificates.pem(certificates));
        }
    }

    private static List<X509Certificate> read(Path file) {
        return Files.exists(file) ? GatewayProof.certificates(file) : List.of();
    }

    private List<X509Certificate> without(List<X509Certificate> certificates) {
        X509Certificate now = certificate(alias);
        return certificates.stream().filter(one -> !one.equals(now)).toList();
    }

    private static List<X509Certificate> union(List<X509Certificate> first, List<X509Certificate> then) {
        Set<X509Certificate> all = new LinkedHashSet<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }

    private List<X509Certificate> both() {
        return Arrays.asList(certificate(alias), certificate(next()));
    }

    private X509Certificate certificate(String of) {
        return keys.pair(of).certificate();
    }

    /** As it stands there: a text of it would turn its parts round. */
    private static X500Name subject(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private String next() {
        return alias + "-next";
    }

    private String where() {
        return token ? "the token" : "gateway.p12";
    }

    private Path file() {
        return folder.resolve("gateway-" + alias + ".pem");
    }

    private Path nextFile() {
        return folder.resolve("gateway-" + alias + "-next.pem");
    }

    private Path retired() {
        return folder.resolve("gateway-" + alias + "-retired.pem");
    }
}
