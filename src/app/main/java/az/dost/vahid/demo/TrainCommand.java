package az.dost.vahid.demo;

import az.dost.vahid.json.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the ahead-of-time cache of a gateway by using it: agencies, database and broker are those of this process. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Make the ahead-of-time cache of a gateway's jar that was taken apart (JDK 25 or later). The gateway"
                        + " is started beside played agencies, a database and a broker that are there for it alone, is"
                        + " asked some hundred lookups, and is ended.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the cache is there, and fits",
            "1:there is none",
            "2:wrong arguments",
            "130:interrupted by Ctrl-C",
            "143:ended by a signal"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  /opt/jre/bin/java -jar vahid-demo.jar train --options /opt/vahid/jvm.options --cache"
                    + " /opt/vahid/vahid.aot /opt/vahid/vahid.jar"
        })
final class TrainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "<jar>", description = "The gateway's jar, taken apart, where it will be started.")
    private Path jar;

    @Option(names = "--cache", required = true, paramLabel = "<file>", description = "The cache to make.")
    private Path cache;

    @Option(
            names = "--options",
            paramLabel = "<file>",
            description = "Options of the JVM with which the gateway will be started.")
    private Path options;

    @Option(
            names = "--java",
            paramLabel = "<program>",
            description = "The java that will start it; the one of this command if left out.")
    private Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    @Option(
            names = "--lookups",
            defaultValue = "600",
            paramLabel = "<number>",
            description = "How many it is asked. Default: ${DEFAULT-VALUE}.")
    private int lookups;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean asJson;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        TrainedGateway gateway = new TrainedGateway(java, options, jar, cache);
        gateway.check();
        try (TrainingGround ground = TrainingGround.make()) {
            gateway.train(ground, lookups);
        }
        long bytes = cache.toFile().length();
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(Json.mapper()
                    .createObjectNode()
                    .put("cache", cache.toString())
                    .put("bytes", bytes)
                    .put("lookups", lookups));
        } else {
            out.printf("%s: %d MB, of a start and %d lookups%n", cache, bytes / 1_000_000, lookups);
        }
        out.flush();
        return 0;
    }
}
