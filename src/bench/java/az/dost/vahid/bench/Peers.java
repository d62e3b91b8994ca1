package az.dost.vahid.bench;

import java.util.List;

/** The gateway and those beside it, started once for all measurements of whole lookups. */
final class Peers {
    final Peer gateway;
    final Peer floor;
    final Peer usual;
    final Peer bare;
    final Peer gatewayJdk;
    final Peer floorJdk;

    Peers(Stage stage, Meter meter) {
        gateway = stage.gateway("gateway", "native");
        floor = stage.floor("floor", "native", false);
        bare = stage.floor("floor-bare", "native", true);
        gatewayJdk = stage.gateway("gateway-jdk", "jdk");
        floorJdk = stage.floor("floor-jdk", "jdk", false);
        usual = stage.usual();
        meter.warmUp(all());
    }

    List<Peer> all() {
        return List.of(gateway, floor, bare, gatewayJdk, floorJdk, usual);
    }

    List<Peer> three() {
        return List.of(gateway, floor, usual);
    }
}
