package az.dost.vahid.pages.gateway;

/** The gateway cannot be reached, gave no answer in time, or answered what no contract has. */
public final class GatewayAway extends RuntimeException {
    GatewayAway(String what) {
        super(what);
    }
}
