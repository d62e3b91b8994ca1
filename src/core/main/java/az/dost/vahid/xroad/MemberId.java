package az.dost.vahid.xroad;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A member of the exchange, or one of its subsystems.
 *
 * @param subsystem null for the member itself
 */
public record MemberId(String instance, String memberClass, String member, String subsystem) {
    private static final int PARTS = 4;

    /**
     * Reads {@code instance/class/member[/subsystem]}, each part percent-encoded, as in the header X-Road-Client.
     *
     * @throws IdentifierException when it is no identifier
     */
    public static MemberId of(String encoded) {
        String[] parts = encoded.strip().split("/", -1);
        if (parts.length != PARTS && parts.length != PARTS - 1) {
            throw new IdentifierException("The identifier of a member has three parts, that of a subsystem four");
        }
        return new MemberId(
                Segment.decode(parts[0]),
                Segment.decode(parts[1]),
                Segment.decode(parts[2]),
                parts.length == PARTS ? Segment.decode(parts[3]) : null);
    }

    /**
     * The same of parts that are not encoded, as in SOAP headers.
     *
     * @param subsystem null for the member itself
     * @throws IdentifierException when a part has a character that it must not have
     */
    public static MemberId ofParts(String instance, String memberClass, String member, String subsystem) {
        return new MemberId(
                plain(instance), plain(memberClass), plain(member), subsystem == null ? null : plain(subsystem));
    }

    static String plain(String text) {
        if (text.indexOf('%') >= 0) {
            throw new IdentifierException("A part of an identifier has a character that no identifier has");
        }
        return Segment.decode(text);
    }

    /** Percent-encoded, as {@link #of} reads it. */
    @Override
    public String toString() {
        return Stream.of(instance, memberClass, member, subsystem)
                .filter(part -> part != null)
                .map(Segment::encode)
                .collect(Collectors.joining("/"));
    }
}
