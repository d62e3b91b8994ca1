package az.dost.vahid.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A right to a payment, in all its versions. */
final class Right {
    /** Where a dossier has the day on which the person was born. */
    static final String BORN = "identity.birthDate";

    private static final String PURPOSE = "proactive:";

    /** Whose right it is, seen from the person of the event. */
    enum Whose {
        SELF,
        PARENT,
        KIN
    }

    private final String code;
    private final Words title;
    private final Whose whose;
    private final boolean proactive;
    private final Set<String> events;
    private final Set<Integer> birthdays;
    private final Set<String> excludedBy;
    private final String awardedBy;
    private final List<RightVersion> versions;

    Right(
            String code,
            Words title,
            Whose whose,
            boolean proactive,
            Set<String> events,
            Set<Integer> birthdays,
            Set<String> excludedBy,
            String awardedBy,
            List<RightVersion> versions) {
        this.code = code;
        this.title = title;
        this.whose = whose;
        this.proactive = proactive;
        this.events = Set.copyOf(events);
        this.birthdays = Set.copyOf(birthdays);
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

    /** Under which facts are asked for it. */
    String purpose() {
        return PURPOSE + code;
    }

    Whose whose() {
        return whose;
    }

    /** Types of events at which it is looked at. */
    Set<String> events() {
        return events;
    }

    /** Ages in years; on the day on which the person reaches one it is looked at anew. */
    Set<Integer> birthdays() {
        return birthdays;
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

    /**
     * The fields that it asks of each fact, in all its versions: those that conditions name, those without which no
     * dossier has the fact, and the citizenship where the silence of a register is a no for citizens alone. An empty
     * set is the whole fact.
     */
    Map<String, Set<String>> asks(Vocabulary vocabulary) {
        return asks(vocabulary, own(versions.stream()));
    }

    /** The same of the event's person, with the closest kin; empty where the right is nobody's else. */
    Map<String, Set<String>> asksAbout(Vocabulary vocabulary) {
        return asksAbout(vocabulary, versions.stream());
    }

    /** The facts of the version that holds on that day; empty where none does. */
    List<String> facts(Vocabulary vocabulary, LocalDate day) {
        return List.copyOf(asks(vocabulary, own(on(day).stream())).keySet());
    }

    /** The same of the event's person. */
    List<String> factsAbout(Vocabulary vocabulary, LocalDate day) {
        return List.copyOf(asksAbout(vocabulary, on(day).stream()).keySet());
    }

    /** Whether kin have it, whom no event names. A law that asks for no kin is that of the event's person alone. */
    boolean ofKin() {
        return whose == Whose.KIN
                && versions.stream()
                        .flatMap(version -> version.reads().stream())
                        .anyMatch(place -> place.startsWith(Kin.FACT + ".") || place.startsWith(RightVersion.IN_ABOUT));
    }

    private static Stream<String> own(Stream<RightVersion> versions) {
        return versions.flatMap(version -> version.reads().stream())
                .filter(place -> !place.startsWith(RightVersion.IN_ABOUT));
    }

    private Map<String, Set<String>> asksAbout(Vocabulary vocabulary, Stream<RightVersion> versions) {
        if (!ofKin()) {
            return Map.of();
        }
        Stream<String> read = versions.flatMap(version -> version.reads().stream())
                .filter(place -> place.startsWith(RightVersion.IN_ABOUT))
                .map(place -> place.substring(RightVersion.IN_ABOUT.length()));
        return asks(vocabulary, Stream.concat(Kin.FIELDS.stream().map(field -> Kin.FACT + "." + field), read));
    }

    private static Map<String, Set<String>> asks(Vocabulary vocabulary, Stream<String> places) {
        Map<String, Set<String>> asked = new TreeMap<>();
        places.forEach(place -> {
            String[] parts = place.split("[.]");
            if (vocabulary.facts().containsKey(parts[0])) {
                Set<String> fields = asked.computeIfAbsent(parts[0], vocabulary::required);
                if (parts.length > 1 && vocabulary.fieldsOf(parts[0]).containsKey(parts[1])) {
                    fields.add(parts[1]);
                }
            }
        });
        if (asked.keySet().stream().anyMatch(vocabulary::silentOnForeigners)) {
            vocabulary.addCitizenship(asked);
        }
        return asked;
    }
}
