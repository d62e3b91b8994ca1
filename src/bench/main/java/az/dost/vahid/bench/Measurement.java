package az.dost.vahid.bench;

import java.util.List;

/** A part of the run that stands for itself: it starts what it needs, measures, and says what came of the promises. */
interface Measurement {
    List<Target> measure(Stage stage, Meter meter) throws Exception;
}
