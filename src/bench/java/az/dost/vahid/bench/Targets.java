package az.dost.vahid.bench;

import java.util.ArrayList;
import java.util.List;

/** The promises of the gateway's speed, as ratios within one run. */
final class Targets {
    private static final int AGENCIES = 20;
    private final Figures figures;
    private final boolean nativeCrypto;
    private final List<Target> targets = new ArrayList<>();

    Targets(Figures figures, boolean nativeCrypto) {
        this.figures = figures;
        this.nativeCrypto = nativeCrypto;
    }

    List<Target> all() {
        return targets;
    }

    void beside(LoadKind kind) {
        targets.add(Target.most("CPU a lookup, gateway / usual, " + kind.name(), figures.ratio("gateway", "usual", kind, Sample::cpuMs),
                nativeCrypto ? 1 / 6.0 : 1 / 3.0));
        targets.add(Target.most("CPU a lookup, gateway / floor, " + kind.name(), figures.ratio("gateway", "floor", kind, Sample::cpuMs),
                nativeCrypto ? 1.5 : 1.3));
        if (nativeCrypto) {
            targets.add(Target.least("lookups/s, gateway / usual, " + kind.name(), figures.ratio("gateway", "usual", kind, Sample::perSecond), 6));
            targets.add(Target.least("lookups/s, gateway / floor, " + kind.name(), figures.ratio("gateway", "floor", kind, Sample::perSecond), 0.65));
        }
    }

    /** The bound of the closed loop is a lookup a caller in the agencies' time. */
    void slow(LoadKind slow, LoadKind fast) {
        double bound = slow.callers() * 1000.0 / slow.delayMs();
        double own = figures.median("gateway", fast, Sample::perSecond);
        Figures.Ratio ratio = figures.ratio("gateway", slow, fast, Sample::perSecond);
        double scale = own / Math.min(own, bound);
        targets.add(Target.least("lookups/s, slow agencies / the lower of fast ones and the bound",
                new Figures.Ratio(ratio.median() * scale, ratio.noise() * scale), 0.8));
        targets.add(Target.least("lookups/s, gateway / usual, " + slow.name(), figures.ratio("gateway", "usual", slow, Sample::perSecond), 40));
    }

    void hanging(LoadKind hanging, LoadKind before, int deadlineMs) {
        targets.add(Target.least("lookups/s, one agency hanging / none", figures.ratio("gateway", hanging, before, Sample::perSecond), 0.9));
        targets.add(new Target("p99, ms, one agency hanging", figures.median("gateway", hanging, Sample::p99), 0, deadlineMs + 50, true));
    }

    void overload(LoadKind overload, LoadKind peak) {
        targets.add(Target.least("good answers/s at three times capacity / peak", figures.ratio("gateway", overload, peak, Sample::perSecond), 0.9));
        targets.add(new Target("answers that are neither good nor refused at three times capacity",
                figures.median("gateway", overload, Sample::failed), 0, 0, true));
    }

    void threads(LoadKind many) {
        targets.add(new Target("threads / (callers x agencies), " + many.name(),
                figures.median("gateway", many, Sample::threads) / ((double) many.callers() * AGENCIES), 0, 0.1, true));
    }
}
