package az.dost.vahid.command;

import java.util.concurrent.Callable;

/** A command during which nothing is logged. */
public interface QuietCommand extends Callable<Integer> {
    /** @return the exit code */
    int run() throws Exception;

    @Override
    default Integer call() throws Exception {
        try (Quiet quiet = new Quiet()) {
            return run();
        }
    }
}
