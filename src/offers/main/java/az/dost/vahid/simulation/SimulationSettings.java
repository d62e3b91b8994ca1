package az.dost.vahid.simulation;

import az.dost.vahid.problem.StartException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.simulation.*}.
 *
 * @param threads of this gateway that may compute one; 0 for half of its processors
 * @param mostPeople of one simulation
 * @param mostWaiting that nobody has decided about, or that are not computed yet
 * @param checkedFor how long rules may take to be checked
 * @param longest how long one may be computed
 */
@ConfigurationProperties("vahid.simulation")
record SimulationSettings(int threads, int mostPeople, int mostWaiting, Duration checkedFor, Duration longest) {
    SimulationSettings {
        if (threads < 0 || mostPeople < 1 || mostWaiting < 1 || !positive(checkedFor) || !positive(longest)) {
            throw new StartException("vahid.simulation has a setting that is not above zero: correct threads,"
                    + " most-people, most-waiting, checked-for or longest");
        }
    }

    private static boolean positive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }

    int parallel() {
        return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
