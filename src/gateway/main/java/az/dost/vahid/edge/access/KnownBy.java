package az.dost.vahid.edge.access;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.signature.key.ClientCertificate;
import az.dost.vahid.signature.key.SigningCertificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each requester is known by: its id, token, clients, certificates, and officials at a client that many share.
 * Where two files claim the same, it is the one's who had it before; where nobody had, neither is a requester: nobody
 * can say whom of them a token stands for.
 */
final class KnownBy {
    private final Map<String, String> before;
    private final Set<Definition> released;
    private final Map<Definition, Requester> read = new LinkedHashMap<>();
    private final Map<Definition, List<ClientCertificate>> certificates = new LinkedHashMap<>();
    private final Map<Definition, List<SigningCertificate>> signing = new LinkedHashMap<>();
    /** By what is claimed, who claims it. */
    private final Map<Claim, List<Definition>> claims = new LinkedHashMap<>();
    /** By client, those who share it. */
    private final Map<String, List<Definition>> sharing = new LinkedHashMap<>();

    /** @param what of a finding; @param member of the file */
    private record Claim(String key, String what, String member) {}

    /**
     * @param before by claim, the file that had it when the files were read last
     * @param released those that are no file: a file has what it claims before them, and of them whoever came first
     */
    KnownBy(Map<String, String> before, Set<Definition> released) {
        this.before = before;
        this.released = released;
    }

    /** What whoever has an id claims. */
    static String id(String id) {
        return "id " + id;
    }

    /** Those that have what they claim. */
    Map<Definition, Requester> held() {
        return read;
    }

    /** What is wrong with the certificates of one; it is left out then. */
    List<Finding> add(Requester requester, Definition definition) {
        List<Finding> findings = new ArrayList<>();
        List<ClientCertificate> shown = new ArrayList<>();
        for (String pem : requester.certificates()) {
            try {
                shown.add(ClientCertificate.of(pem));
            } catch (IllegalArgumentException e) {
                findings.add(definition.at("a certificate cannot be read as PEM", "certificates"));
            }
        }
        List<SigningCertificate> keys = new ArrayList<>();
        for (String pem : requester.signingCertificates()) {
            try {
                keys.add(SigningCertificate.of(pem));
            } catch (IllegalArgumentException e) {
                findings.add(definition.at("a certificate signs no request: " + e.getMessage(), "signingCertificates"));
            }
        }
        if (findings.isEmpty()) {
            read.put(definition, requester);
            certificates.put(definition, shown);
            signing.put(definition, keys);
            claim(id(requester.id()), "the id " + requester.id() + " is that of another requester", "id", definition);
            if (requester.tokenSha256() != null) {
                claim("token " + requester.tokenSha256(), "the token is that of %s too", "tokenSha256", definition);
            }
            requester
                    .clients()
                    .forEach(client -> claim(
                            "client " + client,
                            "the client " + client.replace("%", "%%") + " is that of %s too",
                            "clients",
                            definition));
            requester.sharedClients().forEach(client -> share(client, requester, definition));
            shown.forEach(one -> claim(
                    "certificate " + one.thumbprint(), "a certificate is that of %s too", "certificates", definition));
        }
        return findings;
    }

    /** Of a client that many share each official is one requester's; what is another's own is shared by nobody. */
    private void share(String client, Requester requester, Definition definition) {
        sharing.computeIfAbsent(client, one -> new ArrayList<>()).add(definition);
        requester
                .withRoles()
                .forEach(official -> claim(
                        "person " + client + " " + official,
                        "the official " + official + " of the client " + client.replace("%", "%%")
                                + " is that of %s too",
                        "officials",
                        definition));
    }

    private void claim(String key, String what, String member, Definition definition) {
        List<Definition> claiming = claims.computeIfAbsent(new Claim(key, what, member), one -> new ArrayList<>());
        if (!claiming.contains(definition)) {
            claiming.add(definition);
        }
    }

    /** Those who claim nothing that is somebody else's; the others are added to the findings. */
    Requesters requesters(List<Finding> findings) {
        Set<Definition> out = claims.entrySet().stream()
                .filter(claim -> claim.getValue().size() > 1)
                .flatMap(claim -> refused(claim.getKey(), claim.getValue(), findings).stream())
                .collect(Collectors.toCollection(HashSet::new));
        sharing.forEach((client, sharers) -> claims.forEach((claim, claiming) -> {
            if (claim.key().equals("client " + client)) {
                List<Definition> both = new ArrayList<>(claiming);
                both.addAll(sharers);
                out.addAll(refused(claim, both, findings));
            }
        }));
        out.forEach(read::remove);
        Requesters requesters = new Requesters();
        read.forEach((definition, requester) ->
                requesters.add(requester, certificates.get(definition), signing.get(definition)));
        return requesters;
    }

    private List<Definition> refused(Claim claim, List<Definition> claiming, List<Finding> findings) {
        List<Definition> refused = new ArrayList<>(claiming);
        refused.removeIf(one ->
                one.file().equals(before.get(claim.key())) || one.file().equals(before.get(shared(claim.key(), one))));
        if (released.containsAll(claiming)) {
            refused.remove(claiming.get(0));
        }
        for (Definition one : refused) {
            Definition other = claiming.get(claiming.get(0) == one ? 1 : 0);
            findings.add(one.at(claim.what().formatted(read.get(other).id()), claim.member()));
        }
        return refused;
    }

    private static String shared(String claim, Definition definition) {
        return "shared " + claim + " " + definition.file();
    }

    /** By claim, the file that has it from now on. */
    Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>();
        claims.forEach((claim, claiming) ->
                claiming.stream().filter(read::containsKey).forEach(one -> owners.put(claim.key(), one.file())));
        sharing.forEach((client, sharers) -> sharers.stream()
                .filter(read::containsKey)
                .forEach(one -> owners.put(shared("client " + client, one), one.file())));
        return owners;
    }
}
