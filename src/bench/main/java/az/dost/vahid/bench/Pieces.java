package az.dost.vahid.bench;

import az.dost.vahid.bench.pieces.LookupPieces;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The inner pieces of a lookup by JMH, one thread, microseconds an operation. */
final class Pieces implements Measurement {
    @Override
    public List<Target> measure(Stage stage, Meter meter) throws Exception {
        int times = stage.run().quick() ? 2 : 5;
        List<Target> targets = new ArrayList<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(LookupPieces.class.getName() + ".*")
                        .forks(1)
                        .warmupIterations(times)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(times)
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgs(
                                "-Xmx512m",
                                Launched.LOGGING.get(0),
                                "-Dbench.settings=" + stage.settings(),
                                "-Dbench.question=" + stage.questions().get(0))
                        .build())
                .run()) {
            Result<?> figure = result.getPrimaryResult();
            targets.add(Target.told(
                    "one " + figure.getLabel() + ", microseconds",
                    new Figures.Ratio(figure.getScore(), figure.getScoreError())));
        }
        stage.database().forget();
        return targets;
    }
}
