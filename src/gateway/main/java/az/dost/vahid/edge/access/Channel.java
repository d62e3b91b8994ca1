package az.dost.vahid.edge.access;

/** By which way a citizen came to the official who asks: the channels of {@code passport.schema.json}. */
public enum Channel {
    CENTRE,
    SELF_SERVICE,
    CALL_CENTRE,
    MOBILE,
    HOME,
    REMOTE
}
