package az.dost.vahid.bench;

import java.util.List;

/**
 * The gateway and those beside it, each started and warmed up when a measurement of whole lookups first needs it, and
 * once.
 */
final class Peers {
    private final Once<Peer> gateway;
    private final Once<Peer> floor;
    private final Once<Peer> usual;
    private final Once<Peer> bare;
    private final Once<Peer> gatewayJdk;
    private final Once<Peer> floorJdk;

    Peers(Stage stage, Meter meter) {
        gateway = warm(meter, stage, PeerKind.GATEWAY);
        floor = warm(meter, stage, PeerKind.FLOOR);
        usual = warm(meter, stage, PeerKind.USUAL);
        gatewayJdk = warm(meter, stage, PeerKind.GATEWAY_JDK);
        floorJdk = warm(meter, stage, PeerKind.FLOOR_JDK);
        bare = warm(meter, stage, PeerKind.FLOOR_BARE);
    }

    private static Once<Peer> warm(Meter meter, Stage stage, PeerKind kind) {
        return new Once<>(() -> meter.warmUp(stage.start(kind)));
    }

    Peer gateway() {
        return gateway.get();
    }

    Peer floor() {
        return floor.get();
    }

    List<Peer> all() {
        return List.of(gateway.get(), floor.get(), bare.get(), gatewayJdk.get(), floorJdk.get(), usual.get());
    }

    List<Peer> three() {
        return List.of(gateway.get(), floor.get(), usual.get());
    }
}
