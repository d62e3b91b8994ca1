package az.dost.vahid.cluster;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Kills a thread of another process, as an error that nobody thought of does, again and again until it is dead. */
public final class StoppingAgent {
    private static final String CLASS = StoppingAgent.class.getName().replace('.', '/') + ".class";

    /** @param folder for the agent's jar */
    static void stop(long pid, String thread, Path folder) throws IOException {
        Path jar = folder.resolve("stopping-agent.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Agent-Class"), StoppingAgent.class.getName());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream written = new JarOutputStream(file, manifest);
                InputStream own = ClassLoader.getSystemResourceAsStream(CLASS)) {
            written.putNextEntry(new JarEntry(CLASS));
            own.transferTo(written);
        }
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
            machine.loadAgent(jar.toString(), thread);
            machine.detach();
        } catch (Exception e) {
            throw new IOException("The agent was not loaded", e);
        }
    }

    /** Called in the other process. */
    public static void agentmain(String name) {
        Thread killer = new Thread(() -> kill(name), "killer");
        killer.setDaemon(true);
        killer.start();
    }

    @SuppressWarnings({"deprecation", "removal"})
    private static void kill(String name) {
        Thread[] all = new Thread[Thread.activeCount() * 2 + 64];
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        int count = root.enumerate(all);
        for (int i = 0; i < count; i++) {
            while (all[i].getName().equals(name) && all[i].isAlive()) {
                all[i].stop();
            }
        }
    }

    private StoppingAgent() {}
}
