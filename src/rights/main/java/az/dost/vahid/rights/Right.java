package az.dost.vahid.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A right to a payment, in all its versions. */
final class Right {
    private final String code;
    private final Words title;
    private final boolean proactive;
    private final Set<String> excludedBy;
    private final String awardedBy;
    private final List<RightVersion> versions;

    Right(
            String code,
            Words title,
            boolean proactive,
            Set<String> excludedBy,
            String awardedBy,
            List<RightVersion> versions) {
        this.code = code;
        this.title = title;
        this.proactive = proactive;
        this.excludedBy = Set.copyOf(excludedBy);
        this.awardedBy = awardedBy;
        this.versions = List.copyOf(versions);
    }

    String code() {
        return code;
    }

    Words title() {
        return title;
    }

    /** Whether it is awarded without an application. */
    boolean proactive() {
        return proactive;
    }

    /** Codes of rights that may not be drawn beside it. */
    Set<String> excludedBy() {
        return excludedBy;
    }

    /** The agency that decides and pays. */
    String awardedBy() {
        return awardedBy;
    }

    List<RightVersion> versions() {
        return versions;
    }

    /** The version whose law holds on that day (Azerbaijan); empty where none does. */
    Optional<RightVersion> on(LocalDate day) {
        return versions.stream().filter(version -> version.holdsOn(day)).findFirst();
    }
}
