package az.dost.vahid.bench;

import java.util.List;
import java.util.function.Supplier;

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
        gateway = warm(meter, () -> stage.gateway("gateway", "native"));
        floor = warm(meter, () -> stage.floor("floor", "native", false));
        usual = warm(meter, stage::usual);
        gatewayJdk = warm(meter, () -> stage.gateway("gateway-jdk", "jdk"));
        floorJdk = warm(meter, () -> stage.floor("floor-jdk", "jdk", false));
        bare = warm(meter, () -> stage.floor("floor-bare", "native", true));
    }

    private static Once<Peer> warm(Meter meter, Supplier<Peer> start) {
        return new Once<>(() -> meter.warmUp(start.get()));
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
