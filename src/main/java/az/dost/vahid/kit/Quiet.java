package az.dost.vahid.kit;

import org.springframework.boot.logging.LoggingSystem;

/** A command's output is its own: what libraries log stays away, as it does before an application's logging has been set up. */
final class Quiet {
    static void logs() {
        LoggingSystem.get(Quiet.class.getClassLoader()).beforeInitialize();
    }

    private Quiet() { }
}
