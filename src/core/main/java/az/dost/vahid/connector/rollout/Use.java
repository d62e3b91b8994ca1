package az.dost.vahid.connector.rollout;

import com.fasterxml.jackson.annotation.JsonProperty;

/** For which lookups a connector is used. */
public enum Use {
    @JsonProperty("all")
    ALL,
    /** For those about some of the citizens; for the others as if there were no such connector. */
    @JsonProperty("share")
    SHARE,
    /** Called and compared, not used. */
    @JsonProperty("shadow")
    SHADOW,
    /** Not called; its row says so. */
    @JsonProperty("none")
    NONE
}
