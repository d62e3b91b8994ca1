package az.dost.vahid.kit.consumer;

/** What can be wrong for a requester, and what he does about it. The codes are stable: scripts read them. */
enum BreakCode {
    EXAMPLE_INVALID("Mend the example: the contracts were not asked about it."),
    OPERATION_GONE("See in the changes of this version what takes its place."),
    MEDIA_TYPE_GONE("Send, or ask for, a media type that the contract names."),
    STATUS_GONE("Read the statuses that the contract names."),
    PARAMETER_GONE("Leave the parameter out, or send the one that takes its place."),
    PARAMETER_MISSING("Send the parameter."),
    HEADER_GONE("Do without the header."),
    MEMBER_GONE("Do without the member, or read what takes its place."),
    MEMBER_MISSING("Send the member."),
    MEMBER_REFUSED("Leave the member out."),
    MAY_BE_ABSENT("Let the program go on when the member is not there."),
    TYPE_CHANGED("Read, or send, the type that the contract names."),
    VALUE_REFUSED("Read, or send, a value that the contract allows.");

    private final String fix;

    BreakCode(String fix) {
        this.fix = fix;
    }

    String fix() {
        return fix;
    }
}
