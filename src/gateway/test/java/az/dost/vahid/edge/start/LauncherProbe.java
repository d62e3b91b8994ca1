package az.dost.vahid.edge.start;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Says from where it runs and with what; unpacks itself as Spring Boot's jars do. */
final class LauncherProbe {
    public static void main(String[] args) throws Exception {
        Path own = Path.of(LauncherProbe.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if ("tools".equals(System.getProperty("jarmode"))) {
            if (!Files.exists(own.resolveSibling("unpacks-nothing"))) {
                Path to = Path.of(args[args.length - 1]);
                Files.copy(own, to.resolve(own.getFileName().toString()));
                Manifest manifest = new Manifest();
                manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
                new JarOutputStream(
                                Files.newOutputStream(Files.createDirectories(to.resolve("lib"))
                                        .resolve("picocli-0.jar")),
                                manifest)
                        .close();
            }
            return;
        }
        System.out.println("from " + own + " ansi " + System.getProperty("picocli.ansi") + " objects "
                + System.getProperty("jdk.serialFilter") + " options "
                + ManagementFactory.getRuntimeMXBean().getInputArguments());
        for (String argument : args) {
            System.out.println("[" + argument + "]");
        }
        if (args.length > 0 && args[0].equals("waits")) {
            new CountDownLatch(1).await();
        }
        if (args.length > 1 && args[0].equals("exits")) {
            System.exit(Integer.parseInt(args[1]));
        }
    }
}
