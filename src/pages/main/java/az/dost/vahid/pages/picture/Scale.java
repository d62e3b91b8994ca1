package az.dost.vahid.pages.picture;

/** A scale from nothing to a round number that no value goes over. */
record Scale(double top, double step) {
    private static final int STEPS = 5;

    static Scale to(double greatest) {
        if (greatest <= 0) {
            return new Scale(1, 1);
        }
        double rough = greatest / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double factor : new double[] {1, 2, 5, 10}) {
            step = factor * power;
            if (step >= rough) {
                break;
            }
        }
        return new Scale(step * Math.ceil(greatest / step - 1e-9), step);
    }

    /** For things that are counted: no step is a part of one. */
    static Scale ofWhole(double greatest) {
        Scale scale = to(greatest);
        return scale.step() >= 1 ? scale : new Scale(Math.max(1, Math.ceil(greatest)), 1);
    }

    int ticks() {
        return (int) Math.round(top / step);
    }

    double at(int tick) {
        return tick * step;
    }

    /** Decimals with which its numbers are written. */
    int decimals() {
        return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    }
}
