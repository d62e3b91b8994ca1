package az.dost.vahid.credentials;

import az.dost.vahid.passport.Passport;
import az.dost.vahid.signature.presentation.ShownCredential;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is issued here, for whoever asks somebody to show it. */
public final class IssuedCredentials {
    private final CredentialTypes types;
    private final IssuerMetadata metadata;
    private final StatusLists statuses;

    /**
     * @param code in {@code contracts/credentials}
     * @param vct identifier of the type (SD-JWT VC, section 2.2.2.1)
     * @param fact of the dossier whose fields its claims are
     * @param claims names of what can be shown of it, with what they are called
     */
    public record Kind(
            String code, String vct, Passport.Title title, String fact, Map<String, Passport.Title> claims) {}

    IssuedCredentials(CredentialTypes types, IssuerMetadata metadata, StatusLists statuses) {
        this.types = types;
        this.metadata = metadata;
        this.statuses = statuses;
    }

    /** Address of the issuer, without a slash at its end. */
    public String issuer() {
        return metadata.issuer();
    }

    /** None where none is issued. */
    public List<Kind> kinds() {
        return types.all().stream().map(this::kind).toList();
    }

    public Optional<Kind> kind(String code) {
        return types.find(code).map(this::kind);
    }

    private Kind kind(CredentialType type) {
        Map<String, Passport.Title> claims = new LinkedHashMap<>();
        type.claims().forEach(claim -> claims.put(claim.field(), claim.title()));
        return new Kind(
                type.code(),
                metadata.vct(type),
                type.title(),
                type.paper().fact(),
                Collections.unmodifiableMap(claims));
    }

    /**
     * Whether a copy stands as its issuer has it at this moment, which is sooner than a status list says it.
     *
     * @param place that the copy names, null for one that names none
     */
    public boolean stands(ShownCredential.Status place) {
        return place != null && statuses.stands(place.uri(), place.index());
    }
}
