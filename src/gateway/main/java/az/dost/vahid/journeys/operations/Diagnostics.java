package az.dost.vahid.journeys.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * A file for whoever helps from outside. Nothing is taken out of it afterwards, for nothing goes in that could be a
 * secret or somebody's: of a setting its value only where that is a number, a word in capitals or true or false, and
 * its name is no secret's; of threads names and what they do; no line of the log.
 */
final class Diagnostics {
    private static final Pattern OURS = Pattern.compile("(vahid|spring|server|management|camel|logging)[.].*");
    private static final Pattern HARMLESS = Pattern.compile("-?[0-9]{1,18}([.][0-9]{1,9})?|true|false|[A-Z]{2,12}");
    /** A password may be a number. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(pass|secret|token|credential|key|user|login|broker).*");

    private final ConfigurableEnvironment environment;
    private final MeterRegistry meters;
    private final Supplier<ObjectNode> overview;

    Diagnostics(ConfigurableEnvironment environment, MeterRegistry meters, Supplier<ObjectNode> overview) {
        this.environment = environment;
        this.meters = meters;
        this.overview = overview;
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "overview.json", overview.get().toPrettyString());
            put(zip, "settings.txt", settings());
            put(zip, "metrics.txt", metrics());
            put(zip, "threads.txt", threads());
            put(zip, "machine.txt", machine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String settings() {
        Set<String> names = new TreeSet<>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .forEach(source -> names.addAll(Set.of(((EnumerablePropertySource<?>) source).getPropertyNames())));
        return names.stream()
                .filter(name -> OURS.matcher(name).matches())
                .map(name -> name + " = " + shown(name))
                .collect(Collectors.joining("\n"));
    }

    private String shown(String name) {
        try {
            String value = environment.getProperty(name, "");
            return value.isBlank()
                    ? "(empty)"
                    : HARMLESS.matcher(value).matches() && !SECRET.matcher(name).matches() ? value : "(set)";
        } catch (IllegalArgumentException e) {
            return "(names a setting that there is not)";
        }
    }

    private String metrics() {
        return meters.getMeters().stream()
                .filter(meter -> meter.getId().getName().matches("(vahid|jvm|process|system|hikaricp|executor)[.].*"))
                .sorted(Comparator.comparing((Meter meter) -> meter.getId().getName()))
                .map(meter -> meter.getId().getName()
                        + meter.getId().getTags().stream()
                                .map(tag -> tag.getKey() + "=" + tag.getValue())
                                .collect(Collectors.joining(",", "{", "} "))
                        + values(meter))
                .collect(Collectors.joining("\n"));
    }

    private static String values(Meter meter) {
        StringBuilder values = new StringBuilder();
        for (Measurement measurement : meter.measure()) {
            values.append(measurement.getStatistic().name())
                    .append(' ')
                    .append(measurement.getValue())
                    .append(' ');
        }
        return values.toString();
    }

    private static String threads() {
        Map<String, StackTraceElement[]> sorted = new TreeMap<>();
        Thread.getAllStackTraces()
                .forEach((thread, stack) ->
                        sorted.put(thread.getName() + " " + thread.getState() + " #" + thread.getId(), stack));
        StringBuilder text = new StringBuilder();
        sorted.forEach((name, stack) -> {
            text.append(name).append('\n');
            for (StackTraceElement line : stack) {
                text.append("    ").append(line).append('\n');
            }
        });
        return text.toString();
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "java " + Runtime.version() + "\nsystem " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch") + "\nprocessors "
                + runtime.availableProcessors() + "\nheap bytes " + (runtime.totalMemory() - runtime.freeMemory())
                + " of " + runtime.maxMemory() + "\n";
    }
}
