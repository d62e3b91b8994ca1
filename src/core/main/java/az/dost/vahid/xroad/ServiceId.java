package az.dost.vahid.xroad;

/** A service of a provider; the version of a SOAP service is no part of it, as grants do not depend on it. */
public record ServiceId(MemberId provider, String code) {
    private static final int PARTS = 5;

    /**
     * Reads the first five segments of a path after the protocol's version, as they came.
     *
     * @throws IdentifierException when they are no identifier
     */
    public static ServiceId of(String instance, String memberClass, String member, String subsystem, String code) {
        return new ServiceId(
                new MemberId(
                        Segment.decode(instance),
                        Segment.decode(memberClass),
                        Segment.decode(member),
                        Segment.decode(subsystem)),
                Segment.decode(code));
    }

    /** How many segments of a path name a service. */
    public static int parts() {
        return PARTS;
    }

    /**
     * The same of a code that is not encoded, as in SOAP headers.
     *
     * @throws IdentifierException when the code has a character that it must not have
     */
    public static ServiceId ofParts(MemberId provider, String code) {
        return new ServiceId(provider, MemberId.plain(code));
    }

    /** Percent-encoded, as in the header X-Road-Service. */
    @Override
    public String toString() {
        return provider + "/" + Segment.encode(code);
    }
}
