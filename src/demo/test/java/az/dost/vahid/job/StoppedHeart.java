package az.dost.vahid.job;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** In a process of its own, which ends: its heart stops, and what balancers are told then is printed. */
public final class StoppedHeart {
    public static void main(String[] arguments) throws InterruptedException {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(SimpleMeterRegistry.class);
        context.registerBean(ApplicationAvailabilityBean.class);
        context.register(JobConfiguration.class);
        context.refresh();
        ApplicationAvailabilityBean told = context.getBean(ApplicationAvailabilityBean.class);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> System.out.println(
                        told.getState(LivenessState.class) + " " + told.getState(ReadinessState.class))));
        context.getBean(Heart.class).stopped("record-writer", new StackOverflowError());
        // A thread that is not the heart's goes on, and does not keep the process.
        new CountDownLatch(1).await();
    }

    private StoppedHeart() {}
}
