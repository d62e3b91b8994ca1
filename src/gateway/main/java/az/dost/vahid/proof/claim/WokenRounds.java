package az.dost.vahid.proof.claim;

import az.dost.vahid.job.Bells;
import az.dost.vahid.job.Rounds;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.apache.camel.Consumer;
import org.apache.camel.spi.RouteIdAware;
import org.apache.camel.support.DefaultScheduledPollConsumerScheduler;

/**
 * A route that waits for work is woken when there is some. It says so by {@code scheduler: "#woken"} and the bell's
 * name ({@code scheduler.by}). Its delay is how often it looks at the most, and how often it does while nothing would
 * wake it.
 */
public final class WokenRounds extends DefaultScheduledPollConsumerScheduler {
    private final Bells bells;
    private final UnaryOperator<Duration> pause;
    private final Runnable wake = this::wake;
    private String by;
    private Consumer consumer;
    private Runnable task;
    private volatile Rounds rounds;

    /** @param pause how long to wait for a ring, by how often it would look without one */
    WokenRounds(Bells bells, UnaryOperator<Duration> pause) {
        this.bells = bells;
        this.pause = pause;
    }

    /** @param by the bell's name */
    public void setBy(String by) {
        this.by = by;
    }

    public String getBy() {
        return by;
    }

    @Override
    public void onInit(Consumer consumer) {
        super.onInit(consumer);
        this.consumer = consumer;
    }

    @Override
    public void scheduleTask(Runnable task) {
        super.scheduleTask(task);
        this.task = task;
    }

    @Override
    public synchronized void startScheduler() {
        if (rounds == null) {
            Duration often = Duration.of(getDelay(), getTimeUnit().toChronoUnit());
            rounds = Rounds.start(
                    ((RouteIdAware) consumer).getRouteId(),
                    Duration.of(Math.max(0, getInitialDelay()), getTimeUnit().toChronoUnit()),
                    task,
                    () -> pause.apply(often),
                    often);
            bells.wake(by, wake);
        }
    }

    private void wake() {
        Rounds running = rounds;
        if (running != null) {
            running.wake();
        }
    }

    @Override
    public boolean isSchedulerStarted() {
        return rounds != null;
    }

    @Override
    public synchronized void unscheduleTask() {
        if (rounds != null) {
            bells.wakeNoMore(by, wake);
            rounds.close();
            rounds = null;
        }
    }

    @Override
    protected void doStart() {
        // Its thread is that of the rounds.
    }

    @Override
    protected void doStop() {
        unscheduleTask();
    }
}
